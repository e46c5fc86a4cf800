const FIRST_MS = 500;
const LONGEST_MS = 5 * 60_000;

/**
 * Milliseconds until the next try of a call that Salesforce could not serve just then: doubled with every attempt up
 * to a limit, and jittered so that calls that failed together do not return together.
 *
 * @param attempt how many tries there were, from 1; those while Salesforce was away do not count
 */
export function retryDelayMs(attempt: number, random: () => number): number {
    return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2));
}
