import type { AgentAction, AgentCommand, CallView } from 'bridge/contract';
import { type SoftphoneState, canTakeCalls, currentCalls, isOverdue, ringingCalls } from 'c/softphoneState';
import type { Shortcut } from './shortcuts';

/** A command without more to say, for the call that it is about. */
export interface AimedCommand {
    readonly call: CallView;
    readonly command: AgentCommand;
}

type SimpleAction = Exclude<AgentAction, 'dtmf' | 'blindTransfer' | 'consult'>;

/** What each shortcut does to the call that the agent talks on: the first of these that can be done now. */
const ACTIONS: Readonly<Partial<Record<Shortcut, readonly SimpleAction[]>>> = {
    hangUp: ['hangup'],
    hold: ['hold', 'resume'],
    mute: ['mute', 'unmute']
};

/** The call that the agent speaks with; when all are on hold, the first of them. */
export function callInFront(state: SoftphoneState): CallView | null {
    const calls = currentCalls(state);
    return calls.find((call) => call.state !== 'held') ?? calls[0] ?? null;
}

/** The command that a shortcut stands for; null when it does not apply. @param nowMs by the bridge's clock */
export function commandOf(shortcut: Shortcut, state: SoftphoneState, nowMs: number): AimedCommand | null {
    if (state.connection.kind !== 'connected') return null;
    const [call, actions] = aimOf(shortcut, state);
    const pending = call && state.pending[call.legId];
    if (!call || (pending && !isOverdue(pending, nowMs))) return null;
    const action = actions.find((one) => call.actions.includes(one));
    return action ? { call, command: { action } } : null;
}

function aimOf(shortcut: Shortcut, state: SoftphoneState): [CallView | null, readonly SimpleAction[]] {
    if (shortcut !== 'answer' && shortcut !== 'reject') return [callInFront(state), ACTIONS[shortcut] ?? []];
    const ringing = ringingCalls(state).find(({ legId }) => legId === state.selectedLegId) ?? null;
    const canAnswer = canTakeCalls(currentCalls(state));
    return [shortcut === 'answer' && !canAnswer ? null : ringing, [shortcut]];
}

/** The call that can be transferred now; null when there is none. */
export function transferableCall(state: SoftphoneState): CallView | null {
    const call = state.connection.kind === 'connected' ? callInFront(state) : null;
    return call && (call.actions.includes('consult') || call.actions.includes('blindTransfer')) ? call : null;
}
