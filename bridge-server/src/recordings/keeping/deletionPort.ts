import type { DeletingRecording } from '../../calls/recording.ts';
import type { Instant } from '../../contract/instant.ts';
import type { EraseRequest } from '../../contract/recordingsAdmin.ts';

/** Where a request of who runs the bridge came from. */
export interface AdminOrigin {
    readonly address: string | null;
    readonly userAgent: string | null;
}

/** Who may be heard no longer, as the store decides it. What is decided holds, whoever dies before the files are gone. */
export interface DeletionPort {
    /**
     * Decides on recordings of calls that ended before, at most so many; none of a call that is held. An empty answer:
     * no more are due.
     */
    decideRetention(endedBefore: Instant, limit: number): Promise<readonly DeletingRecording[]>;
    /**
     * Decides on all recordings of a call, with an entry in the audit. Resolves to those whose files are still to go;
     * `held`: to none, because of a legal hold; null: no call has this protocol.
     */
    decideErasure(
        protocol: string,
        who: Pick<EraseRequest, 'by' | 'reason'> & AdminOrigin
    ): Promise<readonly DeletingRecording[] | 'held' | null>;
    /** Decided at least so many milliseconds ago, and not done. */
    unfinished(limit: number, olderThanMs: number): Promise<readonly DeletingRecording[]>;
    /** Its files are gone. */
    done(id: string): Promise<unknown>;
    /** Recordings of calls that ended before, which are kept because of a legal hold. */
    heldAmong(endedBefore: Instant): Promise<number>;
}

/** What one run of the deletion job did. */
export interface SweepReport {
    readonly deleted: number;
    readonly bytes: number;
    readonly held: number;
    /** Files that could not be removed; the next run tries again. */
    readonly failed: number;
}

/** The runs of the deletion job, of all replicas. */
export interface SweepsPort {
    /**
     * The run's number, and before when a call must have ended for its recordings to go; null: another replica runs now,
     * or did within the hour.
     */
    begin(retentionDays: number): Promise<{ readonly id: number; readonly endedBefore: Instant } | null>;
    finish(id: number, report: SweepReport): Promise<void>;
}
