import type { AgentAction, CallView } from 'bridge/contract';
import { isRinging } from './callGroups';

/** A command that has not had its effect on the call yet, whether or not the bridge has accepted it. */
export interface PendingCommand {
    readonly action: AgentAction;
    /** By the bridge's clock. */
    readonly sentAtMs: number;
}

/** A telephone that obeys does so within moments; Asterisk's answer is a mere notice that the phone may ignore. */
const OVERDUE_AFTER_MS = 5_000;

/** Whether what was asked for should have had its effect by now, so that it may be asked for again. */
export const isOverdue = ({ sentAtMs }: { readonly sentAtMs: number }, nowMs: number): boolean =>
    nowMs - sentAtMs >= OVERDUE_AFTER_MS;

type Settles = (call: CallView | undefined) => boolean;

const SETTLED: Readonly<Record<AgentAction, Settles>> = {
    answer: (call) => !call || !isRinging(call),
    hangup: (call) => !call
};

/** Whether a command has had its effect, or can have none any more. A call that is over is undefined. */
export const isCommandSettled = (action: AgentAction, call: CallView | undefined): boolean => SETTLED[action](call);
