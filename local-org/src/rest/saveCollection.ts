import { refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Org } from '../org.ts';
import { failedResult, rolledBackResult, type SaveResult } from './saveResult.ts';

const LARGEST_COLLECTION = 200;

/** Whether the good records of a request stay when another of its records is bad. */
export type PartialSuccess = 'keepGood' | 'allOrNone';

class RolledBack extends Error {
    readonly results: SaveResult[];

    constructor(results: SaveResult[]) {
        super('a record of an all-or-none request was refused');
        this.results = results;
    }
}

/**
 * Saves each item on its own savepoint and answers for each.
 *
 * @throws SalesforceError EXCEEDED_ID_LIMIT above 200 items
 */
export function saveCollection<Item>(
    org: Org,
    items: Item[],
    partialSuccess: PartialSuccess,
    save: (item: Item) => SaveResult
): SaveResult[] {
    if (items.length > LARGEST_COLLECTION) {
        const message = `record limit reached. cannot submit more than ${LARGEST_COLLECTION} records into this call`;
        throw refuse('EXCEEDED_ID_LIMIT', message);
    }
    try {
        return org.records.transaction(() => {
            const results = items.map((item) => trySave(org, item, save));
            const hasFailed = results.some(({ success }) => !success);
            if (hasFailed && partialSuccess === 'allOrNone') throw new RolledBack(results);
            return results;
        });
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        return error.results.map((result) => (result.success ? rolledBackResult() : result));
    }
}

function trySave<Item>(org: Org, item: Item, save: (item: Item) => SaveResult): SaveResult {
    try {
        return org.records.transaction(() => save(item));
    } catch (error) {
        if (error instanceof SalesforceError) return failedResult(error.items);
        throw error;
    }
}
