import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** The ids of one table's records by the value of one field, ignoring case. */
export class FieldIndex {
    readonly #field: string;
    readonly #idsByValue = new Map<string, Set<string>>();

    constructor(field: string, records: Iterable<SalesforceRecord>) {
        this.#field = field;
        for (const record of records) this.add(record);
    }

    add(record: SalesforceRecord): void {
        const key = keyOf(record[this.#field]);
        if (key === null) return;
        const ids = this.#idsByValue.get(key) ?? new Set();
        this.#idsByValue.set(key, ids.add(record.Id));
    }

    remove(record: SalesforceRecord): void {
        const key = keyOf(record[this.#field]);
        if (key !== null) this.#idsByValue.get(key)?.delete(record.Id);
    }

    find(value: FieldValue): Iterable<string> {
        const key = keyOf(value);
        return (key !== null && this.#idsByValue.get(key)) || [];
    }
}

function keyOf(value: FieldValue | undefined): string | null {
    return value === null || value === undefined ? null : String(value).toLowerCase();
}
