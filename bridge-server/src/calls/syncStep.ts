import type { Note } from '../contract/callActions.ts';
import type { Call, CallCase, Caller, Leg } from './call.ts';

/** One thing that Salesforce still lacks for a call. */
export type SyncStep =
    | { readonly kind: 'findCaller' }
    | { readonly kind: 'openCase'; readonly leg: Leg }
    | { readonly kind: 'changeOwner'; readonly opened: CallCase; readonly to: Leg }
    | { readonly kind: 'changeCaller'; readonly opened: CallCase }
    | { readonly kind: 'saveTask'; readonly leg: Leg }
    | { readonly kind: 'saveNote'; readonly leg: Leg }
    | { readonly kind: 'saveUnansweredTask'; readonly outcome: UnansweredOutcome };

/** How a call that nobody answered came out. */
export type UnansweredOutcome = 'missed' | 'abandoned';

/** The Task of a leg. */
export interface SavedTask {
    readonly id: string;
    /** What is known to stand in it; null of a Task that an earlier try wrote, with a note that may be older. */
    readonly note: Note | null;
}

/** What a step brought home. */
export type StepResult =
    | { readonly kind: 'callerFound'; readonly caller: Caller }
    | { readonly kind: 'caseOpened'; readonly opened: CallCase }
    | { readonly kind: 'ownerChanged'; readonly legId: string }
    | { readonly kind: 'callerChanged'; readonly who: string | null }
    | { readonly kind: 'taskSaved'; readonly legId: string; readonly taskId: string; readonly note: Note | null }
    | { readonly kind: 'noteSaved'; readonly legId: string; readonly note: Note | null }
    | { readonly kind: 'unansweredTaskSaved'; readonly taskId: string }
    | { readonly kind: 'nothingLacking' };

/**
 * What is known of an earlier try of the same step.
 * - `none`: there was none, or it is known to have written nothing
 * - `inFlight`: nothing was heard of it, and its request may still be under way
 * - `settled`: nothing was heard of it, and whatever it did is done
 */
export type EarlierTry = 'none' | 'inFlight' | 'settled';

/** What there is to know of a try before it writes. */
export interface Try {
    readonly earlier: EarlierTry;
    /** Epoch milliseconds: what has not been sent by then must not be sent. */
    readonly notAfter: number;
}

/** A try of which nobody knows what it wrote. */
export interface Doubt {
    /** As doubtOf() names it; null: any step, because whoever tried it is gone. */
    readonly step: string | null;
    /** Whether its request may still be under way. */
    readonly inFlight: boolean;
}

/** A call that this replica alone works on until it finishes, fails or lets the lease run out. */
export interface ClaimedCall {
    readonly call: Call;
    /** Which try this is, from 1. */
    readonly attempt: number;
    readonly version: number;
    /** Names this claim among all of the call: what another one does is none of its business. */
    readonly lease: string;
    readonly doubt: Doubt | null;
    /** Steps that Salesforce refused for good, as stepName() names them. */
    readonly skipped: readonly string[];
}

/** What is to be remembered of a try that failed. */
export interface FailedTry {
    /** As stepName() gives it; null: nothing was tried, because it is not the time yet. */
    readonly step: string | null;
    readonly code: string | null;
    /** Salesforce's own words; may quote personal data. */
    readonly reason: string | null;
    /** The step, as doubtOf() names it, when it may have written all the same. */
    readonly doubt: string | null;
    /** Whether nobody knows who stands on the Case now. */
    readonly whoUnknown: boolean;
    /** When to try again; null: never by itself, the call is listed as failed. */
    readonly retryInMs: number | null;
    /** False while Salesforce is away: an outage uses no attempts up. */
    readonly countsAsAttempt: boolean;
    /** Whether the call goes on without this step, which was refused for good. */
    readonly skips: boolean;
}

/** The step as a doubt about it is remembered; null: it may be done twice without harm. */
export function doubtOf(step: SyncStep): string | null {
    switch (step.kind) {
        case 'openCase':
            return step.kind;
        case 'saveTask':
            return `${step.kind} ${step.leg.id}`;
        case 'saveUnansweredTask':
            return step.kind;
        default:
            return null;
    }
}

export function earlierTry(step: SyncStep, doubt: Doubt | null): EarlierTry {
    if (!doubt || (doubt.step !== null && doubt.step !== doubtOf(step))) return 'none';
    return doubt.inFlight ? 'inFlight' : 'settled';
}
