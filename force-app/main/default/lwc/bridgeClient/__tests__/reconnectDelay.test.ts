import fc from 'fast-check';
import { reconnectDelayMs } from '../reconnectDelay';

describe('reconnect delay', () => {
    it('doubles up to a quarter of a minute', () => {
        expect([1, 2, 3, 4, 5, 6, 50].map((failures) => reconnectDelayMs(failures, 1))).toEqual([
            500, 1000, 2000, 4000, 8000, 15000, 15000
        ]);
    });

    it('spreads over the upper half of the interval', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 1000 }),
                fc.double({ min: 0, max: 1, noNaN: true }),
                (failures, random) => {
                    const longestMs = reconnectDelayMs(failures, 1);
                    const delayMs = reconnectDelayMs(failures, random);
                    expect(delayMs).toBeGreaterThanOrEqual(longestMs / 2);
                    expect(delayMs).toBeLessThanOrEqual(longestMs);
                }
            )
        );
    });
});
