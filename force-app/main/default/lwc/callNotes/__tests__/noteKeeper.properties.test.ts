import * as fc from 'fast-check';
import type { Note } from 'bridge/contract';
import { createNoteKeeper } from '../noteKeeper';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What can happen while somebody writes: keys, pauses, and the bridge that stores and tells late, each at its own pace. */
const steps = fc.array(
    fc.oneof(
        fc.record({ type: fc.constant('key' as const), text: fc.constantFrom('', 'a', 'ab', 'b') }),
        fc.record({ type: fc.constant('pause' as const), durationMs: fc.constantFrom(100, 800) }),
        fc.record({ type: fc.constant('store' as const) }),
        fc.record({ type: fc.constant('tell' as const) })
    ),
    { maxLength: 40 }
);

describe('what the agent writes', () => {
    it('is always what is shown while they write, and what the bridge has in the end', () => {
        fc.assert(
            fc.property(steps, (happenings) => {
                const onTheWay: Note[] = [];
                const told: Note[] = [];
                let written = '';
                const keeper = createNoteKeeper({ save: (note) => onTheWay.push(note), onChange: () => undefined });
                const store = (): unknown => onTheWay.length > 0 && told.push(onTheWay.shift() as Note);
                const tell = (): void => keeper.receive(told.length > 1 ? (told.shift() as Note) : (told[0] ?? null));

                keeper.setFocused(true);
                for (const step of happenings) {
                    if (step.type === 'key') keeper.edit({ text: (written = step.text) });
                    else if (step.type === 'pause') jest.advanceTimersByTime(step.durationMs);
                    else if (step.type === 'store') store();
                    else tell();
                    expect(keeper.shown.text).toBe(written);
                }
                keeper.setFocused(false);
                while (onTheWay.length > 0) store();
                while (told.length > 1) tell();
                tell();

                expect([keeper.shown.text, told[0]?.text ?? '', keeper.isStored]).toEqual([written, written, true]);
            })
        );
    });
});
