import { createRecord } from '../../../data/createRecord.ts';
import type { RecordBody } from '../../../data/readBody.ts';
import { refuse } from '../../../errors/refusals.ts';
import { SalesforceError } from '../../../errors/salesforceError.ts';
import type { ObjectDefinition } from '../../../schema/objectDefinition.ts';
import type { Answer, ApiCall } from '../../apiCall.ts';
import { readCollectionBody } from '../../collectionBody.ts';
import { objectOf } from '../../recordResources.ts';
import { saveErrors, type SaveError } from '../../saveResult.ts';
import { checkTrees } from './checkTrees.ts';
import { findChildLookup, type TreeNode } from './recordTree.ts';

interface CreatedNode {
    referenceId: unknown;
    id: string;
}

interface RefusedNode {
    referenceId: unknown;
    errors: SaveError[];
}

/** A node with what its parents have decided about it. */
interface PlantedNode {
    node: TreeNode;
    object: ObjectDefinition;
    /** The lookup to the parent. */
    parentValues: RecordBody;
}

/** Carries the refusals of a level out of the transaction whose writes must go. */
class RolledBack extends Error {
    readonly refused: RefusedNode[];

    constructor(refused: RefusedNode[]) {
        super('a record of an sObject tree was refused');
        this.refused = refused;
    }
}

/** `POST /composite/tree/:object`: records and their children, level by level, all or none. */
export function createTree(call: ApiCall): Answer {
    const object = objectOf(call);
    const trees = checkTrees(object, readCollectionBody(call).records);
    const roots = trees.map((node) => ({ node, object, parentValues: {} }));
    try {
        const results = call.org.records.transaction(() => createLevels(call, roots));
        return { status: 201, body: { hasErrors: false, results } };
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        return { status: 400, body: { hasErrors: true, results: error.refused } };
    }
}

function createLevels(call: ApiCall, level: PlantedNode[]): CreatedNode[] {
    const refused: RefusedNode[] = [];
    const created: CreatedNode[] = [];
    const nextLevel: PlantedNode[] = [];
    for (const planted of level) {
        const { referenceId } = planted.node;
        try {
            const id = createNode(call, planted);
            created.push({ referenceId, id });
            nextLevel.push(...plantChildren(call, planted, id));
        } catch (error) {
            if (!(error instanceof SalesforceError)) throw error;
            refused.push({ referenceId, errors: saveErrors(error.items) });
        }
    }
    if (refused.length > 0) throw new RolledBack(refused);
    return nextLevel.length > 0 ? [...created, ...createLevels(call, nextLevel)] : created;
}

function createNode({ org, context }: ApiCall, { node, object, parentValues }: PlantedNode): string {
    if (String(node.type).toLowerCase() !== object.name.toLowerCase()) {
        throw refuse('INVALID_INPUT', `The record ${node.referenceId} must be of type ${object.name}.`);
    }
    return createRecord(org, context, object, { ...node.values, ...parentValues });
}

function plantChildren({ org }: ApiCall, { node, object: parent }: PlantedNode, parentId: string): PlantedNode[] {
    return node.children.flatMap(({ relationship, nodes }) => {
        const lookup = findChildLookup(org.schema, parent, relationship);
        if (!lookup)
            throw refuse('INVALID_FIELD', `No such column '${relationship}' on sobject of type ${parent.name}`);
        const { object, field } = lookup;
        return nodes.map((child) => ({ node: child, object, parentValues: { [field]: parentId } }));
    });
}
