import { refuse } from '../errors/refusals.ts';
import { formatRecordId } from '../ids/formatRecordId.ts';
import type { AnsweredRow, QueryResult } from './queryResult.ts';

const LOCATOR_PREFIX = '01g';
const LOCATOR = /^(\w{15,18})-(\d+)$/;
/** Salesforce keeps so many cursors open for one user; the oldest gives way (SOAP API, queryMore()). */
const OPEN_CURSORS = 10;
/** And lets go of one that nobody has read for two days. */
const LIFETIME_MS = 2 * 24 * 60 * 60 * 1000;

interface Cursor {
    userId: string;
    batchSize: number;
    result: QueryResult;
    readAt: number;
}

export interface QueryBatch {
    totalSize: number;
    done: boolean;
    records: AnsweredRow[];
    /** What `query/<locator>` continues with, such as `01g…-2000`; absent when done. */
    nextLocator?: string;
}

/** Results too large for one answer, handed out in batches: their rows as they were when the query ran. */
export class QueryCursors {
    readonly #cursors = new Map<string, Cursor>();
    #opened = 0;

    firstBatch(userId: string, result: QueryResult, batchSize: number, now: Date): QueryBatch {
        const cursor = { userId, batchSize, result, readAt: now.getTime() };
        const key = formatRecordId(LOCATOR_PREFIX, ++this.#opened);
        const batch = batchAt(key, cursor, 0);
        if (!batch.done) this.#keep(key, cursor);
        return batch;
    }

    /** @throws SalesforceError INVALID_QUERY_LOCATOR for a locator that is not this user's, or no longer open */
    nextBatch(userId: string, locator: string, now: Date): QueryBatch {
        const [, key = '', position = ''] = LOCATOR.exec(locator) ?? [];
        const cursor = this.#cursors.get(key);
        const isOpen = cursor?.userId === userId && now.getTime() - cursor.readAt < LIFETIME_MS;
        if (!isOpen || Number(position) >= cursor.result.rowCount) {
            throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
        }
        cursor.readAt = now.getTime();
        return batchAt(key, cursor, Number(position));
    }

    #keep(key: string, cursor: Cursor): void {
        for (const [other, { readAt }] of this.#cursors) {
            if (cursor.readAt - readAt >= LIFETIME_MS) this.#cursors.delete(other);
        }
        const [oldest, ...others] = [...this.#cursors].filter(([, { userId }]) => userId === cursor.userId);
        if (oldest && others.length + 1 >= OPEN_CURSORS) this.#cursors.delete(oldest[0]);
        this.#cursors.set(key, cursor);
    }
}

function batchAt(key: string, { result, batchSize }: Cursor, position: number): QueryBatch {
    const end = position + batchSize;
    const done = end >= result.rowCount;
    return {
        totalSize: result.totalSize,
        done,
        ...(done ? {} : { nextLocator: `${key}-${end}` }),
        records: result.readRows(position, end)
    };
}
