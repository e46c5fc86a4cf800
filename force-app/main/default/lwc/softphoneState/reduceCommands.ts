import { isWaitedFor } from './pendingCommand';
import { settleRequests } from './settleRequests';
import type { EventOf } from './softphoneEvent';
import type { SoftphoneState } from './state';
import { withoutKey } from './withoutKey';

export function addCommand(state: SoftphoneState, { legId, action, sentAtMs }: EventOf<'commandSent'>): SoftphoneState {
    if (!isWaitedFor(action)) return { ...state, failure: null };
    const command = { action, sentAtMs: sentAtMs + state.clockOffsetMs };
    return { ...state, failure: null, pending: { ...state.pending, [legId]: command } };
}

/** Another command may have been given meanwhile: that one is still waited for. */
export function failCommand(state: SoftphoneState, { legId, action, error }: EventOf<'commandFailed'>): SoftphoneState {
    const call = state.calls[legId];
    const pending = state.pending[legId]?.action === action ? withoutKey(state.pending, legId) : state.pending;
    return settleRequests({ ...state, pending, failure: call ? { call, action, error } : null });
}

export function addChoice(
    state: SoftphoneState,
    { legId, candidateId, sentAtMs }: EventOf<'callerChosen'>
): SoftphoneState {
    const choice = { candidateId, sentAtMs: sentAtMs + state.clockOffsetMs };
    return { ...state, failure: null, choices: { ...state.choices, [legId]: choice } };
}

/** Of a choice that was settled or made anew meanwhile nobody needs to know that it failed. */
export function failChoice(
    state: SoftphoneState,
    { legId, candidateId, error }: EventOf<'callerChoiceFailed'>
): SoftphoneState {
    const call = state.calls[legId];
    const choice = state.choices[legId];
    if (!call || choice?.candidateId !== candidateId) return state;
    const choices = withoutKey(state.choices, legId);
    return { ...state, choices, failure: { call, action: 'chooseCaller', candidateId, error } };
}
