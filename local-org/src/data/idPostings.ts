/**
 * Ids by key, small in memory: most keys have one id, and it stands alone until a second one joins it.
 */
export class IdPostings {
    readonly #idsByKey = new Map<string, string | Set<string>>();

    keys(): Iterable<string> {
        return this.#idsByKey.keys();
    }

    add(key: string, id: string): void {
        const held = this.#idsByKey.get(key);
        if (held === undefined) this.#idsByKey.set(key, id);
        else if (typeof held !== 'string') held.add(id);
        else if (held !== id) this.#idsByKey.set(key, new Set([held, id]));
    }

    remove(key: string, id: string): void {
        const held = this.#idsByKey.get(key);
        if (held === id) this.#idsByKey.delete(key);
        if (held === undefined || typeof held === 'string') return;
        held.delete(id);
        if (held.size === 0) this.#idsByKey.delete(key);
    }

    find(key: string): Iterable<string> {
        const held = this.#idsByKey.get(key);
        if (held === undefined) return [];
        return typeof held === 'string' ? [held] : held;
    }
}
