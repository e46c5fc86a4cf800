import type { BridgeStatus } from 'c/bridgeClient';
import { isRinging } from './callGroups';
import { applyCall, mergeHistory, replaceCalls } from './reduceCalls';
import { settleRequests } from './settleRequests';
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
            return addCommand(state, event);
        case 'commandFailed':
            return failCommand(state, event);
        case 'callerChosen':
            return addChoice(state, event);
        case 'callerChoiceFailed':
            return failChoice(state, event);
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

type EventOf<Type extends SoftphoneEvent['type']> = Extract<SoftphoneEvent, { type: Type }>;

function addCommand(state: SoftphoneState, { legId, action, sentAtMs }: EventOf<'commandSent'>): SoftphoneState {
    const command = { action, sentAtMs: sentAtMs + state.clockOffsetMs };
    return { ...state, failure: null, pending: { ...state.pending, [legId]: command } };
}

function failCommand(state: SoftphoneState, { legId, action, error }: EventOf<'commandFailed'>): SoftphoneState {
    const call = state.calls[legId];
    const pending = withoutKey(state.pending, legId);
    return settleRequests({ ...state, pending, failure: call ? { call, action, error } : null });
}

function addChoice(state: SoftphoneState, { legId, candidateId, sentAtMs }: EventOf<'callerChosen'>): SoftphoneState {
    const choice = { candidateId, sentAtMs: sentAtMs + state.clockOffsetMs };
    return { ...state, failure: null, choices: { ...state.choices, [legId]: choice } };
}

/** Of a choice that was settled or made anew meanwhile nobody needs to know that it failed. */
function failChoice(
    state: SoftphoneState,
    { legId, candidateId, error }: EventOf<'callerChoiceFailed'>
): SoftphoneState {
    const call = state.calls[legId];
    const choice = state.choices[legId];
    if (!call || choice?.candidateId !== candidateId) return state;
    const choices = withoutKey(state.choices, legId);
    return { ...state, choices, failure: { call, action: 'chooseCaller', candidateId, error } };
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
