import { CopyError, type CopyFailureCode, failedCopyOf } from '../../../src/recordings/copying/copyFailure.ts';
import { claimedOf } from './claimed.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;
const PARTIAL = { source: 's3', version: '1' };

/** The pauses after these tries, as long as they can be. */
const pausesOf = (code: CopyFailureCode, attempts: readonly number[], ageMs = SECOND_MS) =>
    attempts.map((attempt) => {
        const error = new CopyError(code, 'why', { partial: PARTIAL });
        return failedCopyOf(error, claimedOf({ attempt, ageMs }), () => 1).retryInMs;
    });

test.each<[CopyFailureCode, number]>([
    ['absent', HOUR_MS],
    ['unavailable', 5 * MINUTE_MS],
    ['changed', 5 * MINUTE_MS],
    ['refused', HOUR_MS]
])('%s is tried again with growing pauses, up to a limit', (code, longestMs) => {
    expect(pausesOf(code, [1, 2, 3, 4, 40, 4_000])).toEqual([1_000, 2_000, 4_000, 8_000, longestMs, longestMs]);
});

test('what is absent for a week is given up, and nothing else is', () => {
    expect(pausesOf('absent', [30], WEEK_MS - 1)).toEqual([HOUR_MS]);
    expect(pausesOf('absent', [30], WEEK_MS)).toEqual([null]);
    for (const code of ['unavailable', 'changed', 'refused', 'disk-full'] as const)
        expect(pausesOf(code, [30], 52 * WEEK_MS)).not.toEqual([null]);
});

test.each<CopyFailureCode>(['forbidden', 'too-large', 'source-unknown'])('%s is given up at once', (code) => {
    expect(pausesOf(code, [1])).toEqual([null]);
});

test.each<[CopyFailureCode, number, number]>([
    ['disk-full', 30_000, 60_000],
    ['store-unwritable', 30_000, 60_000],
    ['interrupted', 0, 0]
])('%s is nobody’s fault: it does not count', (code, leastMs, mostMs) => {
    const of = (random: number) =>
        failedCopyOf(new CopyError(code, 'why', { partial: PARTIAL }), claimedOf({ attempt: 9 }), () => random);
    expect(of(0)).toEqual({ code, message: 'why', retryInMs: leastMs, countsAsAttempt: false, partial: PARTIAL });
    expect(of(1).retryInMs).toBe(mostMs);
});

test('recordings that failed together do not come back together', () => {
    const error = new CopyError('unavailable', 'why', { partial: null });
    expect([0, 0.5, 1].map((random) => failedCopyOf(error, claimedOf(), () => random).retryInMs)).toEqual([
        500, 750, 1_000
    ]);
});
