const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/**
 * How long to wait before the next connection: doubling, and spread over the upper half of the interval so that
 * a whole contact centre does not come back in the same instant.
 *
 * @param failures connections that failed in a row, from 1
 * @param random in [0, 1)
 */
export function reconnectDelayMs(failures: number, random: number): number {
    const longestMs = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
    return Math.round(longestMs * (0.5 + random / 2));
}
