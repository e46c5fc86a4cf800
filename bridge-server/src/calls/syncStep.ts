import type { Call, CallCase, Caller, Leg } from './call.ts';

/** One thing that Salesforce still lacks for a call. */
export type SyncStep =
    | { readonly kind: 'findCaller' }
    | { readonly kind: 'openCase'; readonly leg: Leg }
    | { readonly kind: 'changeOwner'; readonly opened: CallCase; readonly to: Leg }
    | { readonly kind: 'changeCaller'; readonly opened: CallCase }
    | { readonly kind: 'saveTask'; readonly leg: Leg }
    | { readonly kind: 'saveUnansweredTask'; readonly outcome: UnansweredOutcome };

/** How a call that nobody answered came out. */
export type UnansweredOutcome = 'missed' | 'abandoned';

/** What a step brought home. */
export type StepResult =
    | { readonly kind: 'callerFound'; readonly caller: Caller }
    | { readonly kind: 'caseOpened'; readonly opened: CallCase }
    | { readonly kind: 'ownerChanged'; readonly legId: string }
    | { readonly kind: 'callerChanged'; readonly who: string | null }
    | { readonly kind: 'taskSaved'; readonly legId: string; readonly taskId: string }
    | { readonly kind: 'unansweredTaskSaved'; readonly taskId: string }
    | { readonly kind: 'nothingLacking' };

/**
 * What is known of an earlier try of the same step.
 * - `none`: there was none, or it is known to have written nothing
 * - `inFlight`: nothing was heard of it, and its request may still be under way
 * - `settled`: nothing was heard of it, and whatever it did is done
 */
export type EarlierTry = 'none' | 'inFlight' | 'settled';

/** A call that this replica alone works on until it finishes, fails or lets the lease run out. */
export interface ClaimedCall {
    readonly call: Call;
    /** Which try this is, from 1. */
    readonly attempt: number;
    readonly version: number;
    readonly earlier: EarlierTry;
}
