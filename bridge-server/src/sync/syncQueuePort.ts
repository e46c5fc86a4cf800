import type { ClaimedCall, FailedTry, StepResult } from '../calls/syncStep.ts';

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
