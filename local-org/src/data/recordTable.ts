import { FieldIndex } from './fieldIndex.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** The rows of one object, in the order of their creation, with an index for each field ever searched by. */
export class RecordTable {
    readonly #records = new Map<string, SalesforceRecord>();
    readonly #indexes = new Map<string, FieldIndex>();

    get records(): Iterable<SalesforceRecord> {
        return this.#records.values();
    }

    find(id: string): SalesforceRecord | undefined {
        return this.#records.get(id);
    }

    /** The records whose field holds the value, ignoring case; deleted ones too. */
    findBy(field: string, value: FieldValue): SalesforceRecord[] {
        const index = this.#indexes.get(field) ?? new FieldIndex(field, this.records);
        this.#indexes.set(field, index);
        return [...index.find(value)].flatMap((id) => this.#records.get(id) ?? []);
    }

    put(record: SalesforceRecord): void {
        this.#unindex(record.Id);
        this.#records.set(record.Id, record);
        for (const index of this.#indexes.values()) index.add(record);
    }

    remove(id: string): void {
        this.#unindex(id);
        this.#records.delete(id);
    }

    #unindex(id: string): void {
        const previous = this.#records.get(id);
        if (!previous) return;
        for (const index of this.#indexes.values()) index.remove(previous);
    }
}
