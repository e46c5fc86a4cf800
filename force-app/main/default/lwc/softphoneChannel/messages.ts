import type { CaseCall, RecordingTicket } from 'bridge/contract';
import type { RecordingFailure } from 'c/recordingPlayer';

/** What a page asks of the softphone in the utility bar. */
export type SoftphoneCommand =
    /** Whether a softphone is there at all. */
    | { readonly kind: 'readyWanted' }
    | {
          readonly kind: 'dial';
          /** As it stands on the record. */
          readonly number: string;
          /** The contact, account or lead whose number it is; null: nobody knows. */
          readonly recordId: string | null;
      }
    | { readonly kind: 'caseCallsWanted'; readonly caseId: string }
    | { readonly kind: 'recordingWanted'; readonly protocol: string };

/** What the softphone tells the pages. `reason` is a problem's name: {@link reasonOf}. */
export type SoftphoneNews =
    /** A softphone is there; `canDial` is null while it has no connection to the bridge. */
    | { readonly kind: 'ready'; readonly canDial: boolean | null }
    | { readonly kind: 'dialAccepted'; readonly number: string; readonly recordId: string | null }
    | {
          readonly kind: 'dialRefused';
          readonly number: string;
          readonly recordId: string | null;
          readonly reason: string;
      }
    | { readonly kind: 'caseCalls'; readonly caseId: string; readonly calls: readonly CaseCall[] }
    | { readonly kind: 'caseCallsFailed'; readonly caseId: string; readonly reason: string }
    /** A call of this Case changed: what a page shows of it is old. */
    | { readonly kind: 'caseChanged'; readonly caseId: string }
    | { readonly kind: 'recording'; readonly protocol: string; readonly ticket: RecordingTicket }
    | ({ readonly kind: 'recordingFailed'; readonly protocol: string } & RecordingFailure)
    /** A call rings or begins: nothing else is to be heard. */
    | { readonly kind: 'callHeard' };
