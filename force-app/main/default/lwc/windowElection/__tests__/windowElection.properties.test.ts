import fc from 'fast-check';
import { type SimulatedWindow, simulateWindows } from './simulatedWindows';

const MAX_DELAY_MS = 40;
const WITHOUT_LEADER_MS = 1_000;
/** A throttled window may ask at one full second, and hears no answer by the next. */
const WITHOUT_LEADER_THROTTLED_MS = 2_500;
const END_MS = 12_000;
/** A page that computes for so long looks dead. */
const BUSY_MS = 900;

const doing = fc.record({
    atMs: fc.integer({ min: 0, max: 8_000 }),
    window: fc.nat({ max: 7 }),
    what: fc.constantFrom(
        'open',
        'open',
        'close',
        'crash',
        'throttle',
        'hurry',
        'hide',
        'show',
        'focus',
        'busy',
        'aside',
        'back'
    ),
    attention: fc.integer({ min: 0, max: 2 }),
    isThrottled: fc.boolean()
});
type Doing = typeof doing extends fc.Arbitrary<infer Value> ? Value : never;

const DEEDS: Readonly<Record<string, (window: SimulatedWindow) => void>> = {
    close: (window) => window.close(),
    crash: (window) => window.crash(),
    throttle: (window) => {
        window.isThrottled = true;
    },
    hurry: (window) => {
        window.isThrottled = false;
    },
    hide: (window) => {
        window.attention = 0;
    },
    show: (window) => window.attend(1),
    focus: (window) => window.attend(2),
    busy: (window) => window.beBusy(BUSY_MS),
    aside: (window) => window.putAside(),
    back: (window) => window.comeBack()
};

/**
 * Plays it through.
 *
 * @param observe gets each stretch of time in which nothing changed
 * @param crashAtMs when whoever leads crashes, and a window is there to take over
 */
function play(
    doings: readonly Doing[],
    seed: number,
    observe: (world: ReturnType<typeof simulateWindows>, fromMs: number, toMs: number) => void = () => undefined,
    crashAtMs = END_MS
): ReturnType<typeof simulateWindows> {
    let state = seed;
    const random = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
    const world = simulateWindows(() => random() * MAX_DELAY_MS, random);
    world.open();
    for (const { atMs, window, what, attention, isThrottled } of doings)
        world.at(atMs, () => {
            if (what === 'open') world.open({ attention, isThrottled });
            else if (world.windows[window]) DEEDS[what]?.(world.windows[window]);
        });
    world.at(crashAtMs, () => world.leaders.forEach((leader) => leader.crash()));
    world.runUntil(END_MS, (fromMs, toMs) => observe(world, fromMs, toMs));
    return world;
}

const without = (doings: readonly Doing[], ...what: string[]): Doing[] =>
    doings.filter((one) => !what.includes(one.what));

/** The longest time for which it was so without a break. */
function createStopwatch() {
    let sinceMs = 0;
    let longestMs = 0;
    return {
        see(isSo: boolean, fromMs: number, toMs: number): void {
            if (!isSo) sinceMs = toMs;
            else longestMs = Math.max(longestMs, toMs - Math.min(sinceMs, fromMs));
        },
        get longestMs() {
            return longestMs;
        }
    };
}

const plays = [fc.array(doing, { maxLength: 25 }), fc.integer()] as const;
const runs = { numRuns: 300 };

describe('the election among windows, whatever opens, closes, crashes or is slowed down', () => {
    it('never has two leaders for longer than a message takes', () => {
        fc.assert(
            fc.property(...plays, (doings, seed) => {
                const withSeveral = createStopwatch();
                play(without(doings, 'busy'), seed, ({ leaders }, fromMs, toMs) =>
                    withSeveral.see(leaders.length > 1, fromMs, toMs)
                );

                expect(withSeveral.longestMs).toBeLessThanOrEqual(MAX_DELAY_MS);
            }),
            runs
        );
    });

    it.each([
        ['a window with punctual timers', (window: SimulatedWindow) => !window.isThrottled, WITHOUT_LEADER_MS],
        ['any window', () => true, WITHOUT_LEADER_THROTTLED_MS]
    ])('has a leader again in time while %s lives', (_which, counts, limitMs) => {
        fc.assert(
            fc.property(...plays, fc.integer({ min: 4_000, max: 6_000 }), (doings, seed, crashAtMs) => {
                const leaderless = createStopwatch();
                const withoutLeader = ({ windows, leaders }: ReturnType<typeof simulateWindows>): boolean =>
                    leaders.length === 0 && windows.some((window) => window.isAlive && counts(window));
                play(
                    without(doings, 'busy', 'aside', 'back'),
                    seed,
                    (world, fromMs, toMs) => leaderless.see(withoutLeader(world), fromMs, toMs),
                    crashAtMs
                );

                expect(leaderless.longestMs).toBeLessThanOrEqual(limitMs);
            }),
            runs
        );
    });

    it('rests on one leader, who changes no more', () => {
        fc.assert(
            fc.property(...plays, (doings, seed) => {
                const world = play(doings, seed);
                world.windows.forEach((window) => window.comeBack());
                world.runUntil(END_MS + 5_000);
                const changes = world.windows.map((window) => window.changes.length);
                world.runUntil(END_MS + 15_000);

                expect(world.leaders).toHaveLength(world.windows.some(({ isAlive }) => isAlive) ? 1 : 0);
                expect(world.windows.map((window) => window.changes.length)).toEqual(changes);
            }),
            runs
        );
    });
});
