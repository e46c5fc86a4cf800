import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { Expression } from '../expression.ts';

/** A row of an aggregate query before it is written: records, and by which expressions they belong together. */
export interface RecordGroup {
    records: SalesforceRecord[];
    /** The texts of those expressions; in a subtotal fewer than the GROUP BY clause names. */
    groupedBy: Set<string>;
}

/**
 * The groups for one choice of expressions to group by: a single one of all records when there are none. A text that
 * differs in case makes another group.
 */
export function groupRecords(by: Expression<SalesforceRecord>[], records: SalesforceRecord[]): RecordGroup[] {
    const groupedBy = new Set(by.map(({ text }) => text));
    if (by.length === 0) return [{ records, groupedBy }];
    const groups = new Map<string, RecordGroup>();
    for (const record of records) {
        const key = JSON.stringify(by.map((expression) => expression.read(record)));
        const group = groups.get(key) ?? { records: [], groupedBy };
        group.records.push(record);
        groups.set(key, group);
    }
    return [...groups.values()];
}
