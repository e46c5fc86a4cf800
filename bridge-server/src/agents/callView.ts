import { type Call, isOver, type Leg } from '../calls/call.ts';
import { callResult } from '../calls/callResult.ts';
import { displayNumber, readPhoneNumber } from '../calls/phoneNumber.ts';
import type { AgentAction, CallView, Colleague } from '../contract/agentApi.ts';
import { applies } from './applies.ts';

/** What a view needs to know beside the call. */
export interface Surroundings {
    /** What the call's telephony side can do for an agent. */
    readonly capabilitiesOf: (agent: string) => readonly AgentAction[];
    /** The name of the agent with this extension; null for one who never signed in. */
    readonly nameOf: (extension: string) => string | null;
}

/** A call as the agent of this leg sees it. */
export function callView(call: Call, leg: Leg, { capabilitiesOf, nameOf }: Surroundings): CallView {
    const colleague = (extension: string): Colleague => ({ extension, name: nameOf(extension) });
    const asker = leg.kind === 'consult' ? askerOf(call, leg) : null;
    const number = otherPartyOf(call, leg);
    return {
        callId: call.id,
        legId: leg.id,
        direction: call.direction,
        state: leg.state,
        kind: leg.kind,
        result: callResult(call, leg),
        number: readPhoneNumber(number)?.e164 ?? number,
        numberDisplay: displayNumber(number),
        announcedName: call.callerName ?? (call.direction === 'internal' && number ? nameOf(number) : null),
        queue: call.queue,
        protocol: call.protocol ?? '',
        waitingSince: call.startedAt,
        offeredAt: leg.offeredAt,
        answeredAt: leg.answeredAt,
        endedAt: leg.endedAt,
        heldSince: leg.heldSince,
        heldMs: leg.heldMs,
        muted: leg.muted,
        consult: leg.consult && {
            ...leg.consult,
            name: leg.consult.to.kind === 'agent' ? nameOf(leg.consult.to.extension) : null
        },
        consultedBy: asker && colleague(asker.agent),
        colleagues: hasCustomer(leg) ? othersOnTheLine(call, leg).map(({ agent }) => colleague(agent)) : [],
        caller: call.caller,
        case: call.case && { id: call.case.id, number: call.case.number },
        recorded: call.recording !== null && (call.recording.name === null || isOver(leg)),
        recordingPaused: call.recording?.paused ?? false,
        note: leg.note && { reason: leg.note.reason, text: leg.note.text },
        actions: capabilitiesOf(leg.agent).filter((action) => applies(action, call, leg))
    };
}

/** The customer's number; between colleagues the other one's extension. */
const otherPartyOf = (call: Call, leg: Leg): string | null =>
    call.direction === 'internal' && call.number === leg.agent
        ? (call.legs.find(({ agent }) => agent !== leg.agent)?.agent ?? null)
        : call.number;

/** Whoever consults this agent, or their queue, and after the customer was handed over whoever did that. */
const askerOf = (call: Call, { id, agent }: Leg): Leg | null =>
    call.legs.find(({ consult }) => consult?.to.kind === 'agent' && consult.to.extension === agent) ??
    call.legs.findLast((leg) => leg.id !== id && leg.transfer?.to === agent) ??
    call.legs.findLast((leg) => leg.id !== id && leg.consult !== null) ??
    null;

const hasCustomer = ({ state }: Leg): boolean => state === 'talking' || state === 'held';

const othersOnTheLine = (call: Call, leg: Leg): Leg[] =>
    call.legs.filter((other) => other.agent !== leg.agent && hasCustomer(other));

/** The agent's part in a call that matters now: one that lasts, otherwise the last one that it was offered. */
export function lastLegOf(call: Call, agent: string): Leg | null {
    const own = call.legs.filter((leg) => leg.agent === agent);
    return lastOffered(own.filter((leg) => !isOver(leg))) ?? lastOffered(own);
}

export const lastOffered = (legs: readonly Leg[]): Leg | null =>
    legs.reduce<Leg | null>((last, leg) => (last && last.offeredAt > leg.offeredAt ? last : leg), null);
