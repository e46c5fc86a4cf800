import { setTimeout as later } from 'node:timers/promises';

const LIMIT_MS = 15_000;

/** A state that can be waited for. */
export interface States<State extends string> {
    now(): State;
    move(state: State): void;
    /** Resolves at once if it is so already. Throws after `limitMs`, with the states that were passed. */
    until(wanted: State, limitMs?: number): Promise<void>;
    /** Called after every move, until the last one. */
    watch(watcher: (state: State) => void): void;
}

/** `who` is for messages. After `last`, nothing comes: waiting for something else fails at once. */
export function createStates<State extends string>(who: string, first: State, last?: State): States<State> {
    const passed: State[] = [first];
    const watchers = new Set<(state: State) => void>();
    const now = () => passed.at(-1) ?? first;
    const history = () => passed.slice(-6).join(' → ');
    return {
        now,
        move(state) {
            if (state === now()) return;
            passed.push(state);
            for (const watcher of [...watchers]) watcher(state);
        },
        watch: (watcher) => void watchers.add(watcher),
        async until(wanted, limitMs = LIMIT_MS) {
            const abort = new AbortController();
            let look = (_: State) => {};
            const moved = new Promise<State>((resolve) => {
                look = (state) => {
                    if (state === wanted || state === last) resolve(state);
                };
                look(now());
            });
            watchers.add(look);
            const late = later(limitMs, undefined, { signal: abort.signal }).catch(() => undefined);
            const reached = await Promise.race([moved, late]);
            watchers.delete(look);
            abort.abort();
            if (reached === wanted) return;
            const when = reached ? 'ended instead' : `was not within ${limitMs} ms`;
            throw new Error(`${who} was to be ${wanted}, but ${when}: ${history()}.`);
        }
    };
}
