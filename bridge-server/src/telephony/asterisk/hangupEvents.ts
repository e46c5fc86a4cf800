import type { CallEvent, LegEndReason } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { fieldOf } from './amiMessage.ts';
import { endConsult } from './consultEvents.ts';
import type { LegOfCall, TrackedCall, TrackedLeg } from './trackedCalls.ts';
import { type EventMeaning, ofCall, ofLeg, type TranslationContext } from './translation.ts';

/**
 * Only hang-ups of channels that are known mean anything: an agent's leg, the channel with which a call began, or a
 * customer who was dialled. What is known comes from events and from the snapshot at every (re)connect, so nothing
 * that still matters is unknown; and spying channels, private calls and IVR-only callers open no ghost.
 */
export const hangup: EventMeaning = (message, at, context) => {
    const uniqueid = fieldOf(message, 'Uniqueid');
    context.calls.earlyRecordings.delete(uniqueid);
    return leave(uniqueid, fieldOf(message, 'Cause'), at, context);
};

/** How OriginateResponse tells why the telephone did not answer. */
const STATUS_BY_REASON: ReadonlyMap<string, string> = new Map([
    ['3', 'NOANSWER'],
    ['5', 'BUSY']
]);

/** A telephone that could not even be called has no channel that hangs up. */
export const originateResponse: EventMeaning = (message, at, context) => {
    const uniqueid = fieldOf(message, 'Uniqueid');
    const leg = context.calls.find(uniqueid)?.legs.get(uniqueid);
    if (!leg || fieldOf(message, 'Response') !== 'Failure') return [];
    leg.dialStatus ??= STATUS_BY_REASON.get(fieldOf(message, 'Reason')) ?? 'CHANUNAVAIL';
    return leave(uniqueid, '', at, context);
};

function leave(uniqueid: string, cause: string, at: Instant, context: TranslationContext): CallEvent[] {
    const asking = context.calls.askerOf(({ nearEnd }) => nearEnd === uniqueid);
    const found = context.calls.legOf(uniqueid);
    noteUnreachable(uniqueid, cause, context);
    return [
        ...(found ? leaveLeg(found, uniqueid, cause, at) : []),
        ...endConsult(asking, at),
        ...leaveCall(uniqueid, at, context)
    ];
}

/** Q.850: no such number, no route to it, or it is incomplete. The dial itself says no more than that nobody answered. */
const NO_SUCH_NUMBER: ReadonlySet<string> = new Set(['1', '3', '28']);

function noteUnreachable(uniqueid: string, cause: string, { calls }: TranslationContext): void {
    const call = NO_SUCH_NUMBER.has(cause) ? calls.callWithCustomer(uniqueid) : undefined;
    const leg = call?.legs.get(call.linkedid);
    if (leg) leg.dialStatus = 'CHANUNAVAIL';
}

/** A leg lasts as long as one of its channels: a Local channel steps aside once the phone is connected directly. */
function leaveLeg({ call, leg }: LegOfCall, uniqueid: string, cause: string, at: Instant): CallEvent[] {
    leg.channels.delete(uniqueid);
    if (leg.hangupCause === null || REASON_BY_CAUSE.has(cause)) leg.hangupCause = cause;
    if (leg.channels.size > 0) return [];
    for (const [id, each] of call.legs) if (each === leg) call.legs.delete(id);
    return [{ ...ofLeg('legEnded', { call, leg }, at), reason: reasonOf(call, leg) }];
}

function leaveCall(uniqueid: string, at: Instant, { calls }: TranslationContext): CallEvent[] {
    const call = calls.find(uniqueid) ?? calls.callWithCustomer(uniqueid);
    if (!call) return [];
    const isOver = call.facts.direction === 'outbound' ? customerGone(call, uniqueid) : call.linkedid === uniqueid;
    if (!isOver) return [];
    calls.end(call);
    return [ofCall('callEnded', call, at)];
}

/**
 * An outbound call begins with the agent's own channel, and may outlive it by a transfer: it is over when the
 * customer is gone. A customer who did not answer may still be reached over another line while the agent waits.
 */
function customerGone(call: TrackedCall, uniqueid: string): boolean {
    const hadAnswered = call.customers.get(uniqueid) === 'answered';
    call.customers.delete(uniqueid);
    const agentWaits = call.legs.has(call.linkedid);
    return call.customers.size === 0 && (hadAnswered || !agentWaits);
}

/** Q.850 causes that say more than that the channel is gone. */
const REASON_BY_CAUSE: ReadonlyMap<string | null, LegEndReason> = new Map([
    ['17', 'busy'],
    ['21', 'refused'],
    ['26', 'answeredElsewhere']
]);

const REASON_BY_DIAL_STATUS: ReadonlyMap<string | null, LegEndReason> = new Map([
    ['BUSY', 'busy'],
    ['NOANSWER', 'noAnswer'],
    ['CONGESTION', 'failed'],
    ['CHANUNAVAIL', 'failed']
]);

function reasonOf(call: TrackedCall, leg: TrackedLeg): LegEndReason {
    if (leg.transferred) return 'transferred';
    if (leg.answered) return 'hungUp';
    const byDial = REASON_BY_DIAL_STATUS.get(leg.dialStatus);
    // the causes of an outbound leg tell how the customer answered, not what the agent did
    if (leg.kind === 'outbound') return byDial ?? 'hungUp';
    const byCause = REASON_BY_CAUSE.get(leg.hangupCause);
    if (byCause) return byCause;
    if (call.abandoned) return 'callerGone';
    if (leg.rangOut) return 'noAnswer';
    if (byDial) return byDial;
    return leg.dialStatus === 'CANCEL' ? whyCancelled(call, leg) : 'hungUp';
}

const whyCancelled = (call: TrackedCall, cancelled: TrackedLeg): LegEndReason =>
    cancelled.kind === 'offer' && call.legs.values().some((leg) => leg.answered) ? 'answeredElsewhere' : 'callerGone';
