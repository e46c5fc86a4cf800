import { FieldIndex } from './fieldIndex.ts';
import type { RecordIndex } from './recordIndex.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** The rows of one object, in the order of their creation, with an index for each field ever searched by. */
export class RecordTable {
    readonly #records = new Map<string, SalesforceRecord>();
    readonly #fieldIndexes = new Map<string, FieldIndex>();
    readonly #attachedIndexes = new Map<string, RecordIndex>();

    get records(): Iterable<SalesforceRecord> {
        return this.#records.values();
    }

    find(id: string): SalesforceRecord | undefined {
        return this.#records.get(id);
    }

    /** The records whose field holds the value, ignoring case; deleted ones too. */
    findBy(field: string, value: FieldValue): SalesforceRecord[] {
        const index = this.#fieldIndexes.get(field) ?? this.#filled(new FieldIndex(field));
        this.#fieldIndexes.set(field, index);
        return [...index.find(value)].flatMap((id) => this.#records.get(id) ?? []);
    }

    attachedIndex(name: string): RecordIndex | undefined {
        return this.#attachedIndexes.get(name);
    }

    /** Fills the index with the rows there are and keeps it in step from now on, in place of one of that name. */
    attachIndex(name: string, index: RecordIndex): void {
        this.#attachedIndexes.set(name, this.#filled(index));
    }

    put(record: SalesforceRecord): void {
        this.#unindex(record.Id);
        this.#records.set(record.Id, record);
        for (const index of this.#indexes()) index.add(record);
    }

    remove(id: string): void {
        this.#unindex(id);
        this.#records.delete(id);
    }

    #unindex(id: string): void {
        const previous = this.#records.get(id);
        if (!previous) return;
        for (const index of this.#indexes()) index.remove(previous);
    }

    *#indexes(): Generator<RecordIndex> {
        yield* this.#fieldIndexes.values();
        yield* this.#attachedIndexes.values();
    }

    #filled<Index extends RecordIndex>(index: Index): Index {
        for (const record of this.records) index.add(record);
        return index;
    }
}
