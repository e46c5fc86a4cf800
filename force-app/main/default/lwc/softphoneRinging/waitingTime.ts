import type { CallView } from 'bridge/contract';
import { formatDuration, waitingMs } from 'c/callFormat';

/** How long somebody has waited, such as `01:05`; in a consult it is the colleague who waits. */
export function waitingTime(call: CallView, nowMs: number): string {
    return formatDuration(call.kind === 'consult' ? nowMs - Date.parse(call.offeredAt) : waitingMs(call, nowMs));
}
