import type { CallView } from 'bridge/contract';

/** Opens the Case of each call once, so that an agent who closed or left its tab is not pulled back. */
export function createScreenPop(openCase: (caseId: string) => void): (calls: readonly CallView[]) => void {
    const poppedCalls = new Set<string>();
    return (calls) => {
        for (const call of calls) {
            if (!call.case || poppedCalls.has(call.callId)) continue;
            poppedCalls.add(call.callId);
            openCase(call.case.id);
        }
    };
}
