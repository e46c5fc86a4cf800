export interface Backoff {
    readonly firstMs: number;
    readonly maxMs: number;
}

/**
 * How long to wait before the next attempt: doubled each time up to the limit, and anything between half of it and
 * all of it, so that many who lost the same server do not come back together.
 *
 * @param attempt how many have failed so far, from 1
 */
export function backoffMs(attempt: number, { firstMs, maxMs }: Backoff, random: () => number = Math.random): number {
    const limitMs = Math.min(maxMs, firstMs * 2 ** Math.min(attempt - 1, 30));
    return limitMs / 2 + (random() * limitMs) / 2;
}
