import type { Readable } from 'node:stream';
import type { ToldRecording } from '../calls/recording.ts';

/** A place where the telephony side keeps its recordings. */
export interface RecordingSource {
    /** As it stands in the table and in reports, such as `folder` or `s3`. */
    readonly name: string;
    /** Whether the recording could be there, without looking. */
    mayHave(recording: ToldRecording): boolean;
    /**
     * Opens the audio for reading. Resolves once the source has answered; the stream fails with SourceError, also when
     * nothing came for long. Whoever opened it reads it to its end or destroys it.
     *
     * Throws SourceError.
     */
    open(recording: ToldRecording, request: OpenRequest): Promise<OpenedRecording>;
    /** Removes the audio; one that is not there is no error. Absent where the bridge may not. Throws SourceError. */
    readonly remove?: (recording: ToldRecording) => Promise<void>;
}

export interface OpenRequest {
    /** The first byte that is wanted; the bytes before it were read when the source told `version`. */
    readonly from: number;
    /** What OpenedRecording.version was then; null: nothing was read yet, and `from` is 0. */
    readonly version: string | null;
    readonly signal: AbortSignal;
}

export interface OpenedRecording {
    readonly stream: Readable;
    /** The byte with which the stream begins: `from`, or 0 when the source cannot go on there or has other audio now. */
    readonly from: number;
    /** Of the whole audio; null: the source does not say. */
    readonly bytes: number | null;
    /** Differs when the audio does; null: the source cannot say. */
    readonly version: string | null;
}

/**
 * - `absent`: it is not there, or not yet
 * - `unavailable`: the source does not answer, or broke off; it may later
 * - `refused`: the source does not let the bridge in
 * - `forbidden`: the bridge must not ask there, such as a host that nobody allowed; trying again is of no use
 * - `changed`: the audio became another while it was read, such as one that is still being written
 * - `too-large`: more bytes than the bridge takes
 */
export type SourceErrorCode = 'absent' | 'unavailable' | 'refused' | 'forbidden' | 'changed' | 'too-large';

/** A source did not give a recording. The message is for who runs the bridge: no personal data, no secrets. */
export class SourceError extends Error {
    override readonly name = 'SourceError';
    readonly code: SourceErrorCode;

    constructor(code: SourceErrorCode, message: string, options?: ErrorOptions) {
        super(message, options);
        this.code = code;
    }
}
