import { IdPostings } from './idPostings.ts';
import type { RecordIndex } from './recordIndex.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** The ids of one table's records by the value of one field, ignoring case. */
export class FieldIndex implements RecordIndex {
    readonly #field: string;
    readonly #ids = new IdPostings();

    constructor(field: string) {
        this.#field = field;
    }

    add(record: SalesforceRecord): void {
        const key = keyOf(record[this.#field]);
        if (key !== null) this.#ids.add(key, record.Id);
    }

    remove(record: SalesforceRecord): void {
        const key = keyOf(record[this.#field]);
        if (key !== null) this.#ids.remove(key, record.Id);
    }

    find(value: FieldValue): Iterable<string> {
        const key = keyOf(value);
        return key === null ? [] : this.#ids.find(key);
    }
}

function keyOf(value: FieldValue | undefined): string | null {
    return value === null || value === undefined ? null : String(value).toLowerCase();
}
