import type { CallResult } from '../contract/agentApi.ts';
import { type Call, type Leg, isOver } from './call.ts';

/** How the call came out for the agent of this leg; null while the leg lasts. */
export function callResult(call: Call, leg: Leg): CallResult | null {
    if (!isOver(leg)) return null;
    if (leg.answeredAt !== null) return 'answered';
    if (leg.kind === 'outbound') return 'failed';
    switch (leg.endReason) {
        case 'refused':
            return 'refused';
        case 'answeredElsewhere':
            return 'takenByColleague';
        case 'callerGone':
            return call.abandonedAt === null ? 'missed' : 'abandoned';
        default:
            return 'missed';
    }
}
