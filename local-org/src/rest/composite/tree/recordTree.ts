import type { RecordBody } from '../../../data/readBody.ts';
import { refuse } from '../../../errors/refusals.ts';
import type { ObjectDefinition } from '../../../schema/objectDefinition.ts';
import type { Schema } from '../../../schema/schema.ts';
import { isRecordBody } from '../../requestBody.ts';

/** A record to create and those to create below it. */
export interface TreeNode {
    referenceId: unknown;
    type: unknown;
    values: RecordBody;
    children: ChildRecords[];
}

export interface ChildRecords {
    /** The name of the relationship seen from the parent: `Contacts`. */
    relationship: string;
    nodes: TreeNode[];
}

/** The object and the lookup that a child relationship of the parent stands for. */
export interface ChildLookup {
    object: ObjectDefinition;
    field: string;
}

/**
 * `{ "attributes": { "type", "referenceId" }, "Name": …, "Contacts": { "records": […] } }`
 *
 * @throws SalesforceError INVALID_INPUT
 */
export function readTree(record: RecordBody): TreeNode {
    const { attributes, ...members } = record;
    const { type, referenceId } = isRecordBody(attributes) ? attributes : {};
    const values: [string, unknown][] = [];
    const children: ChildRecords[] = [];
    for (const [name, value] of Object.entries(members)) {
        if (isRecordBody(value) && Array.isArray(value.records)) {
            children.push({ relationship: name, nodes: readRecords(value.records).map(readTree) });
        } else values.push([name, value]);
    }
    return { referenceId, type, values: Object.fromEntries(values), children };
}

function readRecords(values: unknown[]): RecordBody[] {
    if (!values.every(isRecordBody)) throw refuse('INVALID_INPUT', 'Include records in your request.');
    return values;
}

/** The nodes level by level: the roots, all their children, all theirs. */
export function levelsOf(roots: TreeNode[]): TreeNode[][] {
    const levels: TreeNode[][] = [];
    for (let level = roots; level.length > 0; level = level.flatMap(childrenOf)) levels.push(level);
    return levels;
}

function childrenOf({ children }: TreeNode): TreeNode[] {
    return children.flatMap(({ nodes }) => nodes);
}

export function findChildLookup(schema: Schema, parent: ObjectDefinition, relationship: string): ChildLookup | null {
    const wanted = relationship.toLowerCase();
    for (const object of schema.objects) {
        for (const { name, referenceTo, childRelationshipName } of object.fields.values()) {
            const isNamed = childRelationshipName?.toLowerCase() === wanted;
            if (isNamed && referenceTo.includes(parent.name)) return { object, field: name };
        }
    }
    return null;
}
