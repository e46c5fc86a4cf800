import type { CallView } from 'bridge/contract';
import { type SoftphoneState, currentCalls, dayOfAgent, historyOfDay, ringingCalls } from 'c/softphoneState';

/** The calls of the three tabs. Made anew only when something changed, so that a tab without news renders nothing. */
export interface CallLists {
    readonly ringing: readonly CallView[];
    readonly current: readonly CallView[];
    readonly history: readonly CallView[];
    /** Whose calls the history lists, as `YYYY-MM-DD`. */
    readonly day: string;
}

/** @param nowMs by the bridge's clock */
export function listCalls(state: SoftphoneState, nowMs: number): CallLists {
    const day = dayOfAgent(state, nowMs);
    return { ringing: ringingCalls(state), current: currentCalls(state), history: historyOfDay(state, day), day };
}
