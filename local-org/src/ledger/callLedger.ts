/** How a call ended: with an HTTP status, or with its connection cut by a fault. */
export type CallOutcome = number | 'dropped';

export interface LedgerEntry {
    /** ISO 8601 */
    at: string;
    method: string;
    /** `/services/data/vNN.0/sobjects/Case/:id`: object and field names stay, values do not. */
    path: string;
    outcome: CallOutcome;
}

/** Entries kept one by one; the counts go on beyond. */
const ENTRIES_KEPT = 10_000;

/** Every call made to the emulated API, for tests and benchmarks to read. */
export class CallLedger {
    #entries: LedgerEntry[] = [];
    #counts = new Map<string, number>();

    record(entry: LedgerEntry): void {
        this.#entries.push(entry);
        if (this.#entries.length > ENTRIES_KEPT) this.#entries.shift();
        const kind = `${entry.method} ${entry.path}`;
        this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    }

    clear(): void {
        this.#entries = [];
        this.#counts = new Map();
    }

    /** `counts` is keyed `POST /services/data/vNN.0/sobjects/Case`. */
    summarize() {
        const counts = Object.fromEntries(this.#counts);
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        return { total, counts, calls: this.#entries };
    }
}
