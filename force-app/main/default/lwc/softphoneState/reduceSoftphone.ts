import type { BridgeStatus } from 'c/bridgeClient';
import { isRinging } from './callGroups';
import { applyCall, mergeHistory, replaceCalls } from './reduceCalls';
import type { SoftphoneEvent } from './softphoneEvent';
import type { SoftphoneState } from './state';
import { withoutKey } from './withoutKey';

/** The softphone's next state; pure, so that what the screen shows can be replayed. */
export function reduceSoftphone(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
    switch (event.type) {
        case 'bridgeStatusChanged':
            return { ...state, connection: event.status, lastError: errorAfter(state, event.status) };
        case 'snapshotReceived': {
            const { agent, serverTime, calls } = event.snapshot;
            const clockOffsetMs = Date.parse(serverTime) - event.receivedAtMs;
            return replaceCalls({ ...state, agent, clockOffsetMs }, calls);
        }
        case 'callChanged':
            return applyCall(state, event.call);
        case 'tabSelected':
            return { ...state, activeTab: event.tab };
        case 'callSelected': {
            const call = state.calls[event.legId];
            return call && isRinging(call) ? { ...state, selectedLegId: event.legId } : state;
        }
        case 'commandSent':
            return { ...state, failure: null, pending: { ...state.pending, [event.legId]: event.action } };
        case 'commandDone':
            return { ...state, pending: withoutKey(state.pending, event.legId) };
        case 'commandFailed': {
            const { legId, action, error } = event;
            return { ...state, failure: { action, error }, pending: withoutKey(state.pending, legId) };
        }
        case 'failureDismissed':
            return { ...state, failure: null };
        case 'historyRequested':
            return { ...state, history: { ...state.history, status: 'loading' } };
        case 'historyLoaded':
            return mergeHistory(state, event.history);
        case 'historyFailed':
            return { ...state, history: { ...state.history, status: 'failed' } };
    }
}

function errorAfter({ lastError }: SoftphoneState, status: BridgeStatus): SoftphoneState['lastError'] {
    switch (status.kind) {
        case 'connecting':
            return lastError;
        case 'connected':
            return null;
        case 'lost':
        case 'failed':
            return status.error;
    }
}
