import type { AnsweredRecord } from './projectRecord.ts';

/** A row of an aggregate query. */
export interface AggregateResult {
    [name: string]: unknown;
    attributes: { type: 'AggregateResult' };
}

export type AnsweredRow = AnsweredRecord | AggregateResult;

/** The answer to a query, whose rows are written out when they are read. */
export interface QueryResult {
    /** Rows in all; of a COUNT() the number counted. */
    totalSize: number;
    /** Rows there are to read; none of a COUNT(). */
    rowCount: number;
    readRows(start: number, end: number): AnsweredRow[];
}
