import type { CallView } from 'bridge/contract';
import type { OpenedCalls } from './openedCalls';

/** Opens the Case of each call once, so that an agent who closed or left its tab is not pulled back. */
export function createScreenPop(
    openedCalls: OpenedCalls,
    openCase: (caseId: string) => void
): (calls: readonly CallView[]) => void {
    return (calls) => {
        for (const call of calls) {
            if (!call.case || openedCalls.has(call.callId)) continue;
            openedCalls.add(call.callId);
            openCase(call.case.id);
        }
    };
}
