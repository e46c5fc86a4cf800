import type { DeletionFacts } from '../contract/recordings.ts';

/** A recording as the telephony side told of it. */
export interface ToldRecording {
    /** Of the bridge; a UUID. */
    readonly id: string;
    /** `source:id`, where the source is the telephony side that told of it. */
    readonly callId: string;
    /** Which of the call's recordings, from 1, in the order in which they were told. */
    readonly part: number;
    /** Text of the telephony side: what it calls the audio, without the format. */
    readonly name: string;
    /** Text of the telephony side, such as `wav`. */
    readonly format: string;
    /** Where the telephony side itself serves it; null: it did not say. */
    readonly url: string | null;
}

/** A recording in the bridge's own store. */
export interface RecordingCopy {
    /** Where it came from: the name of a source. */
    readonly source: string;
    /** Relative to the store's folder, with `/`. */
    readonly file: string;
    readonly bytes: number;
    /** Of the whole file, in hex. */
    readonly sha256: string;
    /** Null where the format does not say. */
    readonly durationMs: number | null;
    /** How loud it is from beginning to end, each from 0 to 100; null where it is not known. */
    readonly peaks: readonly number[] | null;
    /** False: the audio says that it is longer than what the source ever had of it. */
    readonly whole: boolean;
}

export interface RecordingDeletion extends Readonly<DeletionFacts> {
    /** The reason that was given; null for `retention`. */
    readonly reason: string | null;
    readonly by: string;
}

/** A recording with what became of it. */
export interface KeptRecording extends ToldRecording {
    readonly copy: RecordingCopy | null;
    /** Why it could not be copied, for good; null: it was, or is still tried. */
    readonly failure: string | null;
    readonly deletion: RecordingDeletion | null;
}

/** A recording that one replica copies now. */
export interface ClaimedRecording extends ToldRecording {
    /** From 1; tries while the source or the store was away do not count. */
    readonly attempt: number;
    /** What tells this claim from a later one. */
    readonly lease: string;
    /** What was noted of the try before: the source, and its version of the bytes that are there already. */
    readonly partial: { readonly source: string; readonly version: string | null } | null;
    /** The calendar day (yyyy-mm-dd, UTC) on which the call began: the folder of the copy. */
    readonly day: string;
    /** Milliseconds since the telephony side told of it, or since the call ended, whichever came later. */
    readonly ageMs: number;
}

export interface FailedCopy {
    /** Such as a SourceErrorCode, `disk-full` or `source-unknown`. */
    readonly code: string;
    /** For who runs the bridge. */
    readonly message: string;
    /** Null: not again, until somebody retries it. */
    readonly retryInMs: number | null;
    readonly countsAsAttempt: boolean;
    /** Of the bytes that were kept for the next try. */
    readonly partial: ClaimedRecording['partial'];
}

/** A recording whose deletion is decided: its files go, and then it is done. */
export interface DeletingRecording extends ToldRecording {
    readonly protocol: string;
    readonly kind: RecordingDeletion['kind'];
    /** Of the bridge's own copy; null: there is none. */
    readonly file: string | null;
    readonly bytes: number;
    /** The calendar day (yyyy-mm-dd, UTC) on which the call began: the folder of every copy that was made. */
    readonly day: string;
    /** Where the copy came from; null: it was never copied. */
    readonly source: string | null;
    /** Whether a recording that is kept has the same name and format: what lies at the source is that one's, too. */
    readonly isShared: boolean;
}
