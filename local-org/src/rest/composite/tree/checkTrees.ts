import type { RecordBody } from '../../../data/readBody.ts';
import { refuse } from '../../../errors/refusals.ts';
import type { ObjectDefinition } from '../../../schema/objectDefinition.ts';
import { levelsOf, readTree, type TreeNode } from './recordTree.ts';

/** sObject Tree (REST API Developer Guide). */
const MOST_RECORDS = 200;
const MOST_TYPES = 5;
const MOST_LEVELS = 5;
const REFERENCE_ID = /^[A-Za-z0-9]/;

/**
 * The trees of a request, within the limits and each record named once.
 *
 * @throws SalesforceError INVALID_INPUT
 */
export function checkTrees(object: ObjectDefinition, records: RecordBody[]): TreeNode[] {
    const roots = records.map(readTree);
    const levels = levelsOf(roots);
    const nodes = levels.flat();
    for (const { referenceId, type } of nodes) {
        if (typeof referenceId !== 'string' || !REFERENCE_ID.test(referenceId)) {
            throw refuse('INVALID_INPUT', 'Include a reference ID that starts with a letter or a number.');
        }
        if (typeof type !== 'string') throw refuse('INVALID_INPUT', `Include a type for the record ${referenceId}.`);
    }
    const foreign = roots.find(({ type }) => String(type).toLowerCase() !== object.name.toLowerCase());
    if (foreign) throw refuse('INVALID_INPUT', `The record ${foreign.referenceId} must be of type ${object.name}.`);
    const ids = nodes.map(({ referenceId }) => referenceId);
    if (new Set(ids).size < ids.length) throw refuse('INVALID_INPUT', 'Duplicate ReferenceId provided in the request.');
    refuseAbove(MOST_RECORDS, nodes.length, 'records');
    refuseAbove(MOST_LEVELS, levels.length, 'levels of records');
    refuseAbove(MOST_TYPES, new Set(nodes.map(({ type }) => String(type).toLowerCase())).size, 'types of records');
    return roots;
}

function refuseAbove(limit: number, count: number, noun: string): void {
    if (count > limit) throw refuse('INVALID_INPUT', `An sObject tree request can contain at most ${limit} ${noun}.`);
}
