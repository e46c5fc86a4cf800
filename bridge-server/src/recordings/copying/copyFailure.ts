import type { ClaimedRecording, FailedCopy } from '../../calls/recording.ts';
import { AudioStoreError, type AudioStoreErrorCode } from '../audioStoreError.ts';
import { SourceError, type SourceErrorCode } from '../recordingSource.ts';

/**
 * Beyond what sources and the store say:
 * - `source-unknown`: no source that is configured could have it
 * - `interrupted`: the bridge stopped, or it took too long for one claim; it goes on where it was
 */
export type CopyFailureCode = SourceErrorCode | AudioStoreErrorCode | 'source-unknown' | 'interrupted';

/** A recording was not copied this time. */
export class CopyError extends Error {
    override readonly name = 'CopyError';
    readonly code: CopyFailureCode;
    /** Of the bytes that were kept for the next try. */
    readonly partial: ClaimedRecording['partial'];

    constructor(
        code: CopyFailureCode,
        message: string,
        { partial, cause }: { partial: ClaimedRecording['partial']; cause?: unknown }
    ) {
        super(message, { cause });
        this.code = code;
        this.partial = partial;
    }
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** What is not there a week after it was told never comes: an abandoned call, a PBX that cleaned up. */
const ABSENT_FOR_GOOD_MS = 7 * 24 * HOUR_MS;
const MAX_MESSAGE_LENGTH = 1_000;

/** What becomes of a recording that was not copied: when it is tried again, or that it is not. */
export function failedCopyOf(error: CopyError, { attempt, ageMs }: ClaimedRecording, random: () => number): FailedCopy {
    const growing = (longestMs: number): number =>
        Math.round(Math.min(longestMs, SECOND_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2));
    const failed = (retryInMs: number | null, countsAsAttempt = true): FailedCopy => ({
        code: error.code,
        message: error.message.slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
        retryInMs,
        countsAsAttempt,
        partial: error.partial
    });
    switch (error.code) {
        case 'absent':
            return failed(ageMs >= ABSENT_FOR_GOOD_MS ? null : growing(HOUR_MS));
        case 'unavailable':
        case 'changed':
            return failed(growing(5 * MINUTE_MS));
        case 'refused':
            return failed(growing(HOUR_MS));
        case 'forbidden':
        case 'too-large':
        case 'source-unknown':
            return failed(null);
        case 'disk-full':
        case 'store-unwritable':
            return failed(Math.round(30 * SECOND_MS * (1 + random())), false);
        case 'interrupted':
            return failed(0, false);
    }
}

/** The bytes that were copied until then are worth nothing for another try. */
const LEAVES_NOTHING: ReadonlySet<CopyFailureCode> = new Set(['forbidden', 'changed', 'too-large', 'source-unknown']);

/**
 * Why a copy broke off. What neither the source nor the store names may pass.
 *
 * @param partial of the bytes that were copied until then
 * @param isInterrupted whether the copy was told to break off: then whatever a source says comes of that
 */
export function copyErrorOf(error: unknown, partial: ClaimedRecording['partial'], isInterrupted: boolean): CopyError {
    if (error instanceof CopyError) return error;
    const failed = (code: CopyFailureCode, message: string): CopyError =>
        new CopyError(code, message, { partial: LEAVES_NOTHING.has(code) ? null : partial, cause: error });
    if (error instanceof AudioStoreError) return failed(error.code, error.message);
    if (isInterrupted) return failed('interrupted', 'Interrupted; it goes on where it was');
    if (error instanceof SourceError) return failed(error.code, error.message);
    return failed('unavailable', 'The copy broke off');
}
