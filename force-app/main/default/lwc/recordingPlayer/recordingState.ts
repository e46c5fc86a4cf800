import type { DeletionFacts, RecordingTicket } from 'bridge/contract';

/** Why a recording is not to be heard. */
export interface RecordingFailure {
    /** `absent`: no softphone answered; otherwise the problem's name. */
    readonly reason: string;
    /** Of one that was deleted. */
    readonly deletion?: DeletionFacts | undefined;
}

/** How far a recording has come on its way to the agent's ear. */
export type RecordingState =
    | { readonly status: 'closed' | 'opening' }
    | { readonly status: 'open'; readonly ticket: RecordingTicket }
    | ({ readonly status: 'failed' } & RecordingFailure);
