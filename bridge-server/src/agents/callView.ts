import { type Call, type Leg, isOver } from '../calls/call.ts';
import { callResult } from '../calls/callResult.ts';
import { displayNumber, readPhoneNumber } from '../calls/phoneNumber.ts';
import type { AgentAction, CallView } from '../contract/agentApi.ts';

/** A call as the agent of this leg sees it. */
export const callView = (call: Call, leg: Leg, capabilities: readonly AgentAction[]): CallView => ({
    callId: call.id,
    legId: leg.id,
    direction: call.direction,
    state: leg.state,
    result: callResult(call, leg),
    number: readPhoneNumber(call.number)?.e164 ?? call.number,
    numberDisplay: displayNumber(call.number),
    announcedName: call.callerName,
    queue: call.queue,
    protocol: call.protocol ?? '',
    waitingSince: call.startedAt,
    offeredAt: leg.offeredAt,
    answeredAt: leg.answeredAt,
    endedAt: leg.endedAt,
    heldSince: leg.heldSince,
    heldMs: leg.heldMs,
    caller: call.caller,
    case: call.case && { id: call.case.id, number: call.case.number },
    recorded: call.recording !== null,
    actions: capabilities.filter((action) => applies(action, leg))
});

function applies(action: AgentAction, leg: Leg): boolean {
    switch (action) {
        case 'answer':
            return leg.state === 'ringing';
        case 'hangup':
            return !isOver(leg);
    }
}

/** The agent's part in a call that matters now: the last one that it was offered. */
export const lastLegOf = (call: Call, agent: string): Leg | null =>
    call.legs
        .filter((leg) => leg.agent === agent)
        .reduce<Leg | null>((last, leg) => (last && last.offeredAt > leg.offeredAt ? last : leg), null);
