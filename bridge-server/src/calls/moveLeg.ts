import type { TransferTarget } from '../contract/callActions.ts';
import type { LegEndReason } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import { type Leg, isOver } from './call.ts';
import { type LegStep, nextState } from './transitions.ts';

/** Takes the leg along a legal transition; an illegal one gives the same leg back. */
function step(leg: Leg, name: LegStep, facts: Partial<Leg>): Leg {
    const state = nextState(leg.state, name);
    return state === leg.state ? leg : { ...leg, ...facts, state };
}

/** An answer that is told after the end is still a fact: the leg stays ended, and is known to have been answered. */
export function answerLeg(leg: Leg, at: Instant): Leg {
    if (isOver(leg)) return answerAfterTheEnd(leg, at);
    return leg.kind === 'consult' ? step(leg, 'consultAnswer', {}) : step(leg, 'answer', { answeredAt: at });
}

function answerAfterTheEnd(leg: Leg, at: Instant): Leg {
    if (leg.answeredAt !== null || leg.kind === 'consult') return leg;
    return {
        ...leg,
        answeredAt: earlier(at, leg.endedAt ?? at),
        endReason: leg.endReason === 'transferred' ? 'transferred' : 'hungUp'
    };
}

/** The customer is handed to a consulted colleague; one whose phone still rings will have them on answering. */
export function joinLeg(leg: Leg, at: Instant): Leg {
    if (leg.kind !== 'consult') return leg;
    if (leg.state === 'ringing') return { ...leg, kind: 'offer' };
    return step(leg, 'join', { answeredAt: at });
}

/** A hold that is told after a later one is over changes nothing. */
export function holdLeg(leg: Leg, at: Instant): Leg {
    return leg.answeredAt !== null && at < leg.answeredAt ? leg : step(leg, 'hold', { heldSince: at });
}

export function resumeLeg(leg: Leg, at: Instant): Leg {
    if (leg.heldSince === null || at < leg.heldSince) return leg;
    return step(leg, 'resume', { heldSince: null, heldMs: leg.heldMs + millisecondsBetween(leg.heldSince, at) });
}

/** Ended stays ended; an end that is told later but happened earlier only moves the time back. */
export function endLeg(leg: Leg, at: Instant, endReason: LegEndReason): Leg {
    const endedAt = later(at, leg.answeredAt ?? leg.offeredAt);
    if (isOver(leg)) return leg.endedAt !== null && endedAt < leg.endedAt ? { ...leg, endedAt } : leg;
    const heldMs = leg.heldMs + (leg.heldSince === null ? 0 : millisecondsBetween(leg.heldSince, endedAt));
    return step(leg, 'end', { endedAt, endReason, heldSince: null, heldMs, muted: false, consult: null });
}

export const muteLeg = (leg: Leg, muted: boolean): Leg =>
    isOver(leg) || leg.state === 'ringing' || leg.muted === muted ? leg : { ...leg, muted };

/** Only whoever has the customer can ask somebody about them. One that is told late does not replace a later one. */
export function startConsult(leg: Leg, to: TransferTarget, at: Instant): Leg {
    const hasCustomer = leg.state === 'talking' || leg.state === 'held';
    if (!hasCustomer || (leg.consult && at < leg.consult.since)) return leg;
    return { ...leg, consult: { to, state: 'ringing', since: at } };
}

export const answerConsult = (leg: Leg, at: Instant): Leg =>
    leg.consult?.state === 'ringing' ? { ...leg, consult: { ...leg.consult, state: 'talking', since: at } } : leg;

/** An end that is told of an earlier consult than the one that lasts changes nothing. */
export const endConsult = (leg: Leg, at: Instant): Leg =>
    leg.consult && leg.consult.since <= at ? { ...leg, consult: null } : leg;

/** The customer is brought in: nobody waits any longer. */
export function startConference(leg: Leg, at: Instant): Leg {
    if (!leg.consult || leg.consult.state === 'joined') return leg;
    return { ...resumeLeg(leg, at), consult: { ...leg.consult, state: 'joined', since: at } };
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Never negative: clocks of a telephony side may step back. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
    Math.max(0, Date.parse(to) - Date.parse(from));
