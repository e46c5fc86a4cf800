import type { CallView } from 'bridge/contract';
import {
    type SoftphoneState,
    currentCalls,
    dayOfAgent,
    historyOfDay,
    ringingCalls,
    wrapUpCall
} from 'c/softphoneState';

/** The calls of the tabs. Each list is made anew only when something in it changed, so that a tab without news renders nothing. */
export interface CallLists {
    readonly ringing: readonly CallView[];
    readonly current: readonly CallView[];
    readonly history: readonly CallView[];
    /** What the agent wraps up. */
    readonly wrapUp: CallView | null;
    /** Whose calls the history lists, as `YYYY-MM-DD`. */
    readonly day: string;
    /** All calls that are over, of which `history` was made. */
    readonly over: readonly CallView[];
}

/** @param nowMs by the bridge's clock */
export function listCalls(state: SoftphoneState, nowMs: number, before?: CallLists): CallLists {
    const day = dayOfAgent(state, nowMs);
    const over = state.history.calls;
    const isHistoryKnown = before && before.over === over && before.day === day;
    return {
        ringing: unlessSame(ringingCalls(state), before?.ringing),
        current: unlessSame(currentCalls(state), before?.current),
        history: isHistoryKnown ? before.history : historyOfDay(state, day),
        wrapUp: wrapUpCall(state),
        day,
        over
    };
}

function unlessSame(calls: readonly CallView[], before: readonly CallView[] = []): readonly CallView[] {
    const isSame = calls.length === before.length && calls.every((call, index) => call === before[index]);
    return isSame ? before : calls;
}
