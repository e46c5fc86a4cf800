import type { CallView } from 'bridge/contract';

const since = (instant: string, untilMs: number): number => Math.max(0, untilMs - Date.parse(instant));

const endOf = ({ endedAt }: CallView, nowMs: number): number => (endedAt ? Date.parse(endedAt) : nowMs);

/** How long the customer waited, or has waited until `nowMs`, for somebody to answer. */
export const waitingMs = (call: CallView, nowMs: number): number =>
    since(call.waitingSince, call.answeredAt ? Date.parse(call.answeredAt) : endOf(call, nowMs));

/** How long the agent has served the customer since the answer, holds included; null when it was never answered. */
export function serviceMs(call: CallView, nowMs: number): number | null {
    return call.answeredAt ? since(call.answeredAt, endOf(call, nowMs)) : null;
}

/** How long the customer was on hold, with the hold that lasts now. */
export const holdMs = (call: CallView, nowMs: number): number =>
    call.heldMs + (call.heldSince ? since(call.heldSince, endOf(call, nowMs)) : 0);
