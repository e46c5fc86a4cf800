import type { CallEvent } from '../../../contract/callEvent.ts';

/** So many are asked about at once: a question a call would take longer than all else. */
const KEYS_AT_ONCE = 1_000;

/**
 * Of the events of each call those that are not stored; calls of which all are stored are left out. Most of what a log
 * has was seen, and to store it once more would only cost time.
 *
 * @param storedKeys which of these events are stored
 */
export async function* unseenOf(
    calls: AsyncIterable<readonly CallEvent[]>,
    storedKeys: (keys: readonly string[]) => Promise<ReadonlySet<string>>
): AsyncGenerator<CallEvent[]> {
    let waiting: (readonly CallEvent[])[] = [];
    let keys: string[] = [];
    try {
        for await (const events of calls) {
            waiting.push(events);
            keys.push(...events.map(({ key }) => key));
            if (keys.length >= KEYS_AT_ONCE) yield* ask();
        }
    } catch (error) {
        // what was read before the log broke off
        yield* ask();
        throw error;
    }
    yield* ask();

    async function* ask(): AsyncGenerator<CallEvent[]> {
        const [asked, told] = [keys, waiting];
        [keys, waiting] = [[], []];
        const stored = asked.length > 0 ? await storedKeys(asked) : new Set<string>();
        for (const events of told) {
            const unseen = events.filter(({ key }) => !stored.has(key));
            if (unseen.length > 0) yield unseen;
        }
    }
}
