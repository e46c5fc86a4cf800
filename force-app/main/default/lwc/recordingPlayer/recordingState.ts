import type { RecordingTicket } from 'bridge/contract';

/** How far a recording has come on its way to the agent's ear. */
export type RecordingState =
    | { readonly status: 'closed' | 'opening' }
    | { readonly status: 'open'; readonly ticket: RecordingTicket }
    /** `absent`: no softphone answered; otherwise the problem's name. */
    | { readonly status: 'failed'; readonly reason: string };
