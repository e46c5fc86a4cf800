import type { SalesforceRecord } from './salesforceRecord.ts';

/** What is kept in step with the rows of one table, through every write and every rollback. */
export interface RecordIndex {
    add(record: SalesforceRecord): void;
    /** Takes back what `add` did with this very record. */
    remove(record: SalesforceRecord): void;
}
