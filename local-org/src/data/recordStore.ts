import type { RecordIndex } from './recordIndex.ts';
import { RecordTable } from './recordTable.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** One committed transaction, as the journal keeps it: every row and counter it left changed. */
export interface Commit {
    put: [object: string, record: SalesforceRecord][];
    removed: [object: string, id: string][];
    counters: Record<string, number>;
}

/** Where commits go before the caller hears of success. */
export type SaveCommit = (commit: Commit) => void;

interface Change {
    object: string;
    id: string;
    previous: SalesforceRecord | undefined;
}

/**
 * All tables of the org. Every write happens inside `transaction`, which is synchronous, so that writers are
 * serialised by construction; a transaction inside another is a savepoint of it.
 */
export class RecordStore {
    readonly #tables = new Map<string, RecordTable>();
    readonly #counters = new Map<string, number>();
    readonly #saveCommit: SaveCommit;
    #changes: Change[] | null = null;
    #changedCounters = new Set<string>();

    constructor(saveCommit: SaveCommit) {
        this.#saveCommit = saveCommit;
    }

    all(object: string): Iterable<SalesforceRecord> {
        return this.#table(object).records;
    }

    find(object: string, id: string): SalesforceRecord | undefined {
        return this.#table(object).find(id);
    }

    findBy(object: string, field: string, value: FieldValue): SalesforceRecord[] {
        return this.#table(object).findBy(field, value);
    }

    /** The index of this name that `attachIndex` keeps in step with the rows of the object. */
    attachedIndex(object: string, name: string): RecordIndex | undefined {
        return this.#table(object).attachedIndex(name);
    }

    attachIndex(object: string, name: string, index: RecordIndex): void {
        this.#table(object).attachIndex(name, index);
    }

    /** Runs the writes of `work` as one: all of them stay, or none when it throws. */
    transaction<T>(work: () => T): T {
        const isOutermost = this.#changes === null;
        const changes = (this.#changes ??= []);
        const savepoint = changes.length;
        try {
            const result = work();
            if (isOutermost) this.#commit(changes);
            return result;
        } catch (error) {
            this.#undo(changes.splice(savepoint));
            throw error;
        } finally {
            if (isOutermost) this.#changes = null;
        }
    }

    put(object: string, record: SalesforceRecord): void {
        this.#remember(object, record.Id);
        this.#table(object).put(record);
    }

    /** Takes the row away for good; what Salesforce calls a delete is a put with IsDeleted. */
    remove(object: string, id: string): void {
        this.#remember(object, id);
        this.#table(object).remove(id);
    }

    /** The next number of a named counter: 1, 2, … As on the platform, a rolled-back write does not give it back. */
    nextNumber(counter: string): number {
        const next = (this.#counters.get(counter) ?? 0) + 1;
        this.#counters.set(counter, next);
        this.#changedCounters.add(counter);
        return next;
    }

    /** Applies a commit of an earlier run, without saving it again. */
    replay(commit: Commit): void {
        for (const [object, record] of commit.put) this.#table(object).put(record);
        for (const [object, id] of commit.removed) this.#table(object).remove(id);
        for (const [counter, number] of Object.entries(commit.counters)) this.#counters.set(counter, number);
    }

    /** The whole state as a single commit, from which a journal can start anew. */
    snapshot(): Commit {
        const put = [...this.#tables].flatMap(([object, table]) =>
            [...table.records].map((record): Commit['put'][number] => [object, record])
        );
        return { put, removed: [], counters: Object.fromEntries(this.#counters) };
    }

    #table(object: string): RecordTable {
        const table = this.#tables.get(object) ?? new RecordTable();
        this.#tables.set(object, table);
        return table;
    }

    #remember(object: string, id: string): void {
        if (!this.#changes) throw new Error(`${object} ${id} was written outside a transaction`);
        this.#changes.push({ object, id, previous: this.find(object, id) });
    }

    #commit(changes: Change[]): void {
        if (changes.length === 0) return;
        const touched = new Map(changes.map(({ object, id }) => [`${object} ${id}`, { object, id }]));
        const commit: Commit = { put: [], removed: [], counters: {} };
        for (const { object, id } of touched.values()) {
            const record = this.find(object, id);
            if (record) commit.put.push([object, record]);
            else commit.removed.push([object, id]);
        }
        for (const counter of this.#changedCounters) commit.counters[counter] = this.#counters.get(counter) ?? 0;
        this.#saveCommit(commit);
        this.#changedCounters = new Set();
    }

    #undo(changes: Change[]): void {
        for (const { object, id, previous } of changes.reverse()) {
            if (previous) this.#table(object).put(previous);
            else this.#table(object).remove(id);
        }
    }
}
