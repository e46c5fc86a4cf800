import { CommandRefused } from '../../telephonyAdapter.ts';
import { localPairOf } from '../agentPhone.ts';
import type { LegOfCall, TrackedCalls, TrackedLeg } from '../trackedCalls.ts';
import { GONE } from './pbx.ts';

/** An agent's part in a call that lives. Throws CommandRefused: `call-over`. */
export function findLeg(
    calls: TrackedCalls,
    { callId, legId, agent }: { readonly callId: string; readonly legId: string; readonly agent: string }
): LegOfCall {
    const call = calls.all().find((each) => each.callId === callId);
    const leg = call?.legs.values().find((each) => each.legId === legId && each.agent === agent);
    if (!call || !leg) throw new CommandRefused(GONE, { reason: 'call-over' });
    return { call, leg };
}

/** The telephone itself rather than the Local channel that leads to it. */
export function phoneOf(leg: TrackedLeg): string {
    const names = [...leg.channels.values()];
    return names.find((name) => localPairOf(name) === null) ?? names[0] ?? '';
}
