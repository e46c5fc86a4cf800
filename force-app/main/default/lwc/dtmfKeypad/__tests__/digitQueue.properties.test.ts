import * as fc from 'fast-check';
import { createDigitQueue } from '../digitQueue';
import { toDigits } from '../keys';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const dialling = fc.array(
    fc.record({ digits: fc.stringMatching(/^[0-9*#A-D]{1,80}$/), pauseMs: fc.constantFrom(0, 100, 300) }),
    { maxLength: 20 }
);

describe('digits on their way', () => {
    it('are all sent, once, in order, and never more in one command than it takes', () => {
        fc.assert(
            fc.property(dialling, (steps) => {
                const sent: string[] = [];
                const queue = createDigitQueue((digits) => sent.push(digits));
                for (const { digits, pauseMs } of steps) {
                    queue.add(digits);
                    jest.advanceTimersByTime(pauseMs);
                }
                queue.flush();

                expect(sent.join('')).toBe(steps.map(({ digits }) => digits).join(''));
                expect(sent.every((group) => /^[0-9*#A-D]{1,32}$/.test(group))).toBe(true);
            })
        );
    });

    it('are what the contract takes, whatever was pasted', () => {
        fc.assert(fc.property(fc.string(), (text) => /^[0-9*#A-D]*$/.test(toDigits(text))));
    });
});
