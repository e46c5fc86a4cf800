import type { CallView } from 'bridge/contract';
import { type PendingCommand, canTakeCalls, isOverdue } from 'c/softphoneState';
import { labels } from './labels';

/** What else matters to what can be done with a ringing call. */
export interface RingingSituation {
    /** The calls that the agent is on. */
    readonly currentCalls: readonly CallView[];
    readonly pending: Readonly<Record<string, PendingCommand>>;
    /** By the bridge's clock. */
    readonly nowMs: number;
}

export const isOfferedToAnswer = ({ actions }: CallView): boolean => actions.includes('answer');

/** The command that is on its way; none once it is overdue, so that it can be given again. */
export function commandUnderWay({ legId }: CallView, { pending, nowMs }: RingingSituation): PendingCommand | null {
    const command = pending[legId];
    return command && !isOverdue(command, nowMs) ? command : null;
}

/** What the agent should know about the call before they act; empty when the buttons say it all. */
export function hintFor(call: CallView, situation: RingingSituation): string {
    const command = situation.pending[call.legId];
    const overdue = command && !commandUnderWay(call, situation) ? command.action : null;
    if (overdue === 'answer') return labels.answerOverdue;
    if (overdue === 'reject') return labels.rejectOverdue;
    // who answers by hand is told so in the place of the button
    if (!isOfferedToAnswer(call)) return '';
    if (!canTakeCalls(situation.currentCalls)) return labels.answerAfterCall;
    const isTalking = situation.currentCalls.some(({ state }) => state !== 'held');
    return isTalking ? labels.answerHoldsCurrent : '';
}
