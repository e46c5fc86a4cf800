const FIRST_MS = 500;
const LONGEST_MS = 5 * 60_000;
/** An org that is away comes back for all calls at once: then nobody should wait long. */
const LONGEST_WHILE_UNAVAILABLE_MS = 5_000;

/**
 * Milliseconds until the next try: doubled with every attempt up to a limit, and jittered so that calls that failed
 * together do not return together.
 *
 * @param attempt how many tries there were, from 1
 */
export function retryDelayMs(attempt: number, kind: 'unavailable' | 'passing', random: () => number): number {
    const longestMs = kind === 'unavailable' ? LONGEST_WHILE_UNAVAILABLE_MS : LONGEST_MS;
    return Math.round(Math.min(longestMs, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2));
}
