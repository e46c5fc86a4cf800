import type { CallView, History } from 'bridge/contract';
import { isOver, newlyCurrent, newlyRinging } from './callGroups';
import { byEnd } from './callOrder';
import { currentCalls, ringingCalls } from './selectors';
import { settleRequests } from './settleRequests';
import type { HistoryState, SoftphoneState, SoftphoneTab } from './state';

/**
 * The latest view of a call replaces the one before, also the one of an earlier offer of the same call: of that the
 * bridge may never say that it is over. A leg that is over never comes back.
 */
export function applyCall(state: SoftphoneState, call: CallView): SoftphoneState {
    const otherCalls = Object.fromEntries(Object.entries(state.calls).filter(([, other]) => !replaces(call, other)));
    if (isOver(call)) return withCalls({ ...state, history: addToHistory(state.history, call) }, otherCalls);
    if (state.history.calls.some(({ legId }) => legId === call.legId)) return state;
    return withCalls(state, { ...otherCalls, [call.legId]: call });
}

const replaces = (call: CallView, other: CallView): boolean =>
    call.legId === other.legId || (call.callId === other.callId && call.offeredAt >= other.offeredAt);

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

/** What follows from other calls being there: what was asked for settles, the tab moves along, the selection keeps to what rings. */
function withCalls(state: SoftphoneState, calls: SoftphoneState['calls']): SoftphoneState {
    const next = settleRequests({ ...state, calls });
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
