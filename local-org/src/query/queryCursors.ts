import { refuse } from '../errors/refusals.ts';
import type { QueryResult } from './runQuery.ts';
import type { AnsweredRecord } from './projectRecord.ts';

const LOCATOR_PREFIX = '0r8';
const LOCATOR_LENGTH = 15;
/** Salesforce keeps so many cursors open for one user; the oldest gives way. */
const OPEN_CURSORS = 10;

interface Cursor {
    userId: string;
    batchSize: number;
    result: QueryResult;
}

export interface QueryBatch {
    totalSize: number;
    done: boolean;
    records: AnsweredRecord[];
    /** What `query/<locator>` continues with; absent when done. */
    nextLocator?: string;
}

/** Results too large for one answer, handed out in batches. */
export class QueryCursors {
    readonly #cursors = new Map<string, Cursor>();
    #opened = 0;

    firstBatch(userId: string, result: QueryResult, batchSize: number): QueryBatch {
        const key = LOCATOR_PREFIX + String(++this.#opened).padStart(LOCATOR_LENGTH, '0');
        const cursor = { userId, batchSize, result };
        const batch = batchAt(key, cursor, 0);
        if (!batch.done) this.#keep(key, cursor);
        return batch;
    }

    /** @throws SalesforceError INVALID_QUERY_LOCATOR for a locator that is not this user's, or no longer open */
    nextBatch(userId: string, locator: string): QueryBatch {
        const [key = '', position = ''] = locator.split('-');
        const cursor = this.#cursors.get(key);
        if (!cursor || cursor.userId !== userId || !/^\d+$/.test(position)) {
            throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
        }
        return batchAt(key, cursor, Number(position));
    }

    #keep(key: string, cursor: Cursor): void {
        const [oldest, ...others] = [...this.#cursors].filter(([, { userId }]) => userId === cursor.userId);
        if (oldest && others.length + 1 >= OPEN_CURSORS) this.#cursors.delete(oldest[0]);
        this.#cursors.set(key, cursor);
    }
}

function batchAt(key: string, { result, batchSize }: Cursor, position: number): QueryBatch {
    const end = position + batchSize;
    const done = end >= result.records.length;
    return {
        totalSize: result.totalSize,
        done,
        ...(done ? {} : { nextLocator: `${key}-${end}` }),
        records: result.records.slice(position, end)
    };
}
