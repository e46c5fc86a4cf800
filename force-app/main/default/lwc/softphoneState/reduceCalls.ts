import type { CallView, History } from 'bridge/contract';
import { isOver, newlyCurrent, newlyRinging } from './callGroups';
import { byEnd } from './callOrder';
import { currentCalls, ringingCalls } from './selectors';
import type { HistoryState, SoftphoneState, SoftphoneTab } from './state';
import { withoutKey } from './withoutKey';

/** The latest view of a call replaces the one before; a call that is over never comes back. */
export function applyCall(state: SoftphoneState, call: CallView): SoftphoneState {
    const otherCalls = withoutKey(state.calls, call.legId);
    if (isOver(call)) return withCalls({ ...state, history: addToHistory(state.history, call) }, otherCalls);
    if (state.history.calls.some(({ legId }) => legId === call.legId)) return state;
    return withCalls(state, { ...otherCalls, [call.legId]: call });
}

/** What the bridge lists is all there is. */
export function replaceCalls(state: SoftphoneState, calls: readonly CallView[]): SoftphoneState {
    const over = new Set(state.history.calls.map(({ legId }) => legId));
    const alive = calls.filter((call) => !isOver(call) && !over.has(call.legId));
    return withCalls(state, Object.fromEntries(alive.map((call) => [call.legId, call])));
}

/** The bridge's list is the truth about its calls; those that ended while it was on its way are kept. */
export function mergeHistory(state: SoftphoneState, { calls }: History): SoftphoneState {
    const listed = new Set(calls.map(({ legId }) => legId));
    const missing = state.history.calls.filter(({ legId }) => !listed.has(legId));
    const alive = Object.entries(state.calls).filter(([legId]) => !listed.has(legId));
    return withCalls(
        { ...state, history: { status: 'ready', calls: [...calls, ...missing].sort(byEnd) } },
        Object.fromEntries(alive)
    );
}

const addToHistory = ({ status, calls }: HistoryState, call: CallView): HistoryState => ({
    status,
    calls: [call, ...calls.filter(({ legId }) => legId !== call.legId)].sort(byEnd)
});

/** What follows from other calls being there: the tab moves along, the selection stays on something that rings. */
function withCalls(state: SoftphoneState, calls: SoftphoneState['calls']): SoftphoneState {
    const next = { ...state, calls };
    const ringing = ringingCalls(next);
    const stillRings = ringing.some(({ legId }) => legId === state.selectedLegId);
    return {
        ...next,
        activeTab: tabFor(state, next),
        selectedLegId: stillRings ? state.selectedLegId : (ringing[0]?.legId ?? null)
    };
}

function tabFor(before: SoftphoneState, after: SoftphoneState): SoftphoneTab {
    if (newlyCurrent(before.calls, after.calls).length > 0) return 'current';
    const isFree = currentCalls(after).length === 0;
    return isFree && newlyRinging(before.calls, after.calls).length > 0 ? 'ringing' : after.activeTab;
}
