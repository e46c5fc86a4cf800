import type { ClaimedRecording, FailedCopy, RecordingCopy } from '../calls/recording.ts';

/** The recordings that are told and not copied, of which each is handed to one replica at a time. */
export interface RecordingQueue {
    /** The oldest first; those of calls that are over, or of whose end nobody tells. */
    claim(limit: number, leaseMs: number): Promise<ClaimedRecording[]>;
    /** Whoever lost the claim meanwhile changes nothing. Resolves to whether it was still held. */
    complete(claimed: ClaimedRecording, copy: RecordingCopy): Promise<boolean>;
    fail(claimed: ClaimedRecording, failure: FailedCopy): Promise<void>;
    /** Frees what dead replicas held. Resolves to the number of recordings freed. */
    reap(): Promise<number>;
}
