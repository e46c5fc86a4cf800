import type { Random } from '../random.ts';

/** As `POST /_org/faults` takes it. */
export type OrgFault = {
    readonly kind: FaultKind;
    readonly delayMs?: number;
    readonly match?: { readonly pathIncludes: string };
} & ({ readonly times: number; readonly skip: number } | { readonly rate: number; readonly seed: number });

type FaultKind = (typeof PASSING)[number] | 'expiredSession' | 'delay' | 'delayAnswer';

/**
 * - `calm`: nothing goes wrong
 * - `scattered`: a request here and there
 * - `storm`: nearly every request, in one way
 * - `slow`: answers take their time
 * - `refusedToken`: a session ends, and the next one is refused at first
 * - `holdUp`: a request is held up beyond the bridge's deadline, before or after its effect
 */
export type SpellKind = 'calm' | 'scattered' | 'storm' | 'slow' | 'refusedToken' | 'holdUp';

export interface Spell {
    readonly faults: readonly OrgFault[];
    readonly forMs: number;
}

const PASSING = [
    'serverUnavailable',
    'serverError',
    'rowLocked',
    'requestLimitExceeded',
    'dropBeforeCommit',
    'dropAfterCommit'
] as const;

/** So long the bridge does not wait for an answer. */
export const BEYOND_DEADLINE_MS = 21_000;
/** Within the time that the bridge gives a silent request to have its effect (40 s). */
const LONGEST_HOLD_UP_MS = 26_000;

export function planSpell(kind: SpellKind, random: Random): Spell {
    const once = { times: 1, skip: random.whole(0, 3) };
    switch (kind) {
        case 'calm':
            return { faults: [], forMs: random.whole(300, 1_500) };
        case 'scattered':
            return {
                faults: Array.from({ length: random.whole(3, 6) }, () => ({
                    kind: random.pick(PASSING),
                    times: random.whole(1, 2),
                    skip: random.whole(0, 3)
                })),
                forMs: random.whole(400, 1_500)
            };
        case 'storm':
            return {
                faults: [
                    { kind: random.pick(PASSING), rate: random.between(0.6, 1), seed: random.whole(1, 1_000_000) }
                ],
                forMs: random.whole(300, 1_500)
            };
        case 'slow':
            return {
                faults: [
                    {
                        kind: random.pick(['delay', 'delayAnswer']),
                        delayMs: random.whole(50, 700),
                        rate: random.between(0.3, 1),
                        seed: random.whole(1, 1_000_000)
                    }
                ],
                forMs: random.whole(300, 1_200)
            };
        case 'refusedToken':
            return {
                faults: [
                    { kind: 'expiredSession', ...once },
                    { kind: 'serverUnavailable', times: 1, skip: 0, match: { pathIncludes: '/oauth2/token' } }
                ],
                forMs: random.whole(500, 1_500)
            };
        case 'holdUp': {
            const delayMs = random.whole(BEYOND_DEADLINE_MS, LONGEST_HOLD_UP_MS);
            return {
                faults: [{ kind: random.pick(['delay', 'delayAnswer']), delayMs, times: 1, skip: random.whole(0, 5) }],
                forMs: random.whole(1_500, 2_500)
            };
        }
    }
}
