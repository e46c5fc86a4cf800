import type { CallView, History } from 'bridge/contract';
import { localDay } from 'c/callFormat';
import { isOver, newlyCurrent, newlyRinging } from './callGroups';
import { addOver, isKnownToBeOver, sortedHistory } from './historyCalls';
import { withDraft } from './reduceNotes';
import { currentCalls, ringingCalls } from './selectors';
import { settleRequests } from './settleRequests';
import type { SoftphoneState, SoftphoneTab } from './state';

/**
 * The latest view of a call replaces the one before, also the one of an earlier offer of the same call: of that the
 * bridge may never say that it is over. A leg that is over never comes back.
 */
export function applyCall(state: SoftphoneState, told: CallView): SoftphoneState {
    const call = withDraft(told, state);
    const otherCalls = Object.fromEntries(Object.entries(state.calls).filter(([, other]) => !replaces(call, other)));
    if (isOver(call)) {
        const history = { ...state.history, calls: addOver(state.history.calls, call) };
        return withCalls({ ...state, history }, otherCalls);
    }
    if (isKnownToBeOver(state.history.calls, call)) return state;
    return withCalls(state, { ...otherCalls, [call.legId]: call });
}

const replaces = (call: CallView, other: CallView): boolean =>
    call.legId === other.legId || (call.callId === other.callId && call.offeredAt >= other.offeredAt);

/** What the bridge lists is all there is. */
export function replaceCalls(state: SoftphoneState, calls: readonly CallView[]): SoftphoneState {
    const alive = calls.filter((call) => !isOver(call) && !isKnownToBeOver(state.history.calls, call));
    return withCalls(state, Object.fromEntries(alive.map((call) => [call.legId, withDraft(call, state)])));
}

/**
 * The bridge's list is the truth about its calls. Those that ended while it was on its way are kept; those of days
 * before the one that is listed go.
 */
export function mergeHistory(state: SoftphoneState, { day, calls }: History): SoftphoneState {
    const listed = new Set(calls.map(({ legId }) => legId));
    const endedSince = ({ endedAt }: CallView): boolean =>
        !endedAt || !state.agent || localDay(Date.parse(endedAt), state.agent.timeZone) >= day;
    const missing = state.history.calls.filter((call) => !listed.has(call.legId) && endedSince(call));
    const alive = Object.entries(state.calls).filter(([legId]) => !listed.has(legId));
    const known = [...calls.map((call) => withDraft(call, state)), ...missing];
    return withCalls(
        { ...state, history: { status: 'ready', calls: sortedHistory(known) } },
        Object.fromEntries(alive)
    );
}

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
