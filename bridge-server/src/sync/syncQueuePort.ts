import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';

/** The calls that lack something, of which each is handed to one replica at a time. */
export interface SyncQueuePort {
    /** @param settleMs how long a request of which nothing was heard may still be under way */
    claim(limit: number, leaseMs: number, settleMs: number): Promise<ClaimedCall[]>;
    /** @param doubt the step that is done, as doubtOf() names it */
    complete(claimed: ClaimedCall, result: StepResult, doubt: string | null, moreLacking: boolean): Promise<void>;
    fail(claimed: ClaimedCall, failure: FailedTry): Promise<void>;
    /** Frees what dead replicas held. Resolves to the number of calls freed. */
    reap(): Promise<number>;
}

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
