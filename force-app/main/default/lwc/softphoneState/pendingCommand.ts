import type { AgentAction, CallView } from 'bridge/contract';
import { isRinging } from './callGroups';
import type { SoftphoneState } from './state';

/** A command that has not had its effect on the call yet, whether or not the bridge has accepted it. */
export interface PendingCommand {
    readonly action: AgentAction;
    /** By the bridge's clock. */
    readonly sentAtMs: number;
}

/** A telephone that obeys does so within moments; Asterisk's answer is a mere notice that the phone may ignore. */
const OVERDUE_AFTER_MS = 5_000;

/** Whether the command should have had its effect by now, so that it may be given again. */
export const isOverdue = ({ sentAtMs }: PendingCommand, nowMs: number): boolean => nowMs - sentAtMs >= OVERDUE_AFTER_MS;

type Settles = (call: CallView | undefined) => boolean;

/** When a command has had its effect, or can have none any more. A call that is over is undefined. */
const SETTLED: Readonly<Record<AgentAction, Settles>> = {
    answer: (call) => !call || !isRinging(call),
    hangup: (call) => !call
};

/** Forgets the commands, and the failure of one, that the calls as they are now have settled. */
export function settleCommands(state: SoftphoneState): SoftphoneState {
    const { calls, pending, failure } = state;
    const unsettled = Object.entries(pending).filter(([legId, { action }]) => !SETTLED[action](calls[legId]));
    const isFailureSettled = failure !== null && SETTLED[failure.action](calls[failure.call.legId]);
    return { ...state, pending: Object.fromEntries(unsettled), failure: isFailureSettled ? null : failure };
}
