import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';
import type { StepFailure } from './salesforcePort.ts';

/** The calls that lack something, of which each is handed to one replica at a time. */
export interface SyncQueuePort {
    /** @param settleMs how long a request of which nothing was heard may still be under way */
    claim(limit: number, leaseMs: number, settleMs: number): Promise<ClaimedCall[]>;
    complete(claimed: ClaimedCall, result: StepResult, moreLacking: boolean): Promise<void>;
    fail(claimed: ClaimedCall, failure: FailedTry): Promise<void>;
    /** Frees what dead replicas held. Resolves to the number of calls freed. */
    reap(): Promise<number>;
}

export interface FailedTry {
    /** As stepName() gives it; null when the call could not be planned. */
    readonly step: string | null;
    readonly code: string | null;
    /** Salesforce's own words; may quote personal data. */
    readonly reason: string;
    readonly written: StepFailure['written'];
    /** When to try again; null: never by itself, the call is listed as failed. */
    readonly retryInMs: number | null;
    /** False while Salesforce is away: an outage uses no attempts up. */
    readonly countsAsAttempt: boolean;
}
