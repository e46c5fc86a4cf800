/** Durations of one kind of work, in milliseconds. */
export type Timings = readonly number[];

/** Does the work so many times, one after another, and takes the time of each. */
export async function timeEach(count: number, work: (index: number) => Promise<unknown>): Promise<Timings> {
    const timings: number[] = [];
    for (let index = 0; index < count; index++) {
        const startedMs = performance.now();
        await work(index);
        timings.push(performance.now() - startedMs);
    }
    return timings;
}

/** The timing that this share of all stays below: 0.5 is the median. */
export function quantile(timings: Timings, share: number): number {
    const sorted = [...timings].sort((a, b) => a - b);
    const timing = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    if (timing === undefined) throw new Error('There are no timings to take a quantile of.');
    return timing;
}

export const median = (timings: Timings): number => quantile(timings, 0.5);
