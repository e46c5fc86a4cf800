import type { CallView } from 'bridge/contract';

/** Who the agent says is calling, until the bridge tells so too. */
export interface PendingChoice {
    /** One of the call's candidates; null: none of them. */
    readonly candidateId: string | null;
    /** By the bridge's clock. */
    readonly sentAtMs: number;
}

/** Whether a choice is what the bridge tells, or can be no more. A call that is over is undefined. */
export const isChoiceSettled = (candidateId: string | null, call: CallView | undefined): boolean =>
    !call || (call.caller?.reason === 'chosenByAgent' && (call.caller.who?.id ?? null) === candidateId);
