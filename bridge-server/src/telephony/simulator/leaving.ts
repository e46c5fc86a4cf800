import type { LegEndReason } from '../../contract/callEvent.ts';
import type { SimulatedCall, SimulatedLeg } from './simulatedCall.ts';

/** The agent is off the call; when that leaves somebody alone, the call is over. */
export function leave(call: SimulatedCall, leg: SimulatedLeg, reason: LegEndReason): void {
    end(leg, reason);
    if (call.parties < 2) return endCall(call, { left: leg, unreached: reason === 'noAnswer' ? 'noAnswer' : 'busy' });
    call.tellLeg(leg, { type: 'legEnded', reason });
    // a queue asks the next one
    if (leg.asker && !call.queueing) endConsult(call, leg.asker);
}

/** Whom the agent asked is gone. The customer stays on hold until the agent is ready for them. */
export function endConsult(call: SimulatedCall, asker: SimulatedLeg): void {
    asker.consult = null;
    call.tellLeg(asker, { type: 'consultEnded' });
}

/** Takes legs off a call that goes on. */
export function dismiss(call: SimulatedCall, legs: readonly SimulatedLeg[], reason: LegEndReason): void {
    for (const leg of legs) {
        end(leg, reason);
        call.tellLeg(leg, { type: 'legEnded', reason });
    }
}

interface Ending {
    /** Whose going ended the call. */
    readonly left?: SimulatedLeg;
    /** What an agent who still dials is told. */
    readonly unreached?: LegEndReason;
}

/** Everybody who is left hears that the call is over. The recording is told of before anybody is gone. */
export function endCall(call: SimulatedCall, { left, unreached = 'busy' }: Ending = {}): void {
    if (call.isOver) return;
    call.isOver = true;
    if (call.wasAnswered) call.tell({ type: 'recordingReady', name: call.id.replace(':', '-'), format: 'wav' });
    const rest = call.liveLegs();
    for (const leg of rest) end(leg, reasonFor(leg, unreached));
    for (const leg of left ? [left, ...rest] : rest)
        call.tellLeg(leg, { type: 'legEnded', reason: leg.endReason ?? 'hungUp' });
    call.tell({ type: 'callEnded' });
}

function reasonFor({ state }: SimulatedLeg, unreached: LegEndReason): LegEndReason {
    if (state === 'ringing') return 'callerGone';
    return state === 'dialling' ? unreached : 'hungUp';
}

function end(leg: SimulatedLeg, reason: LegEndReason): void {
    leg.state = 'ended';
    leg.endReason = reason;
    leg.consult = null;
}
