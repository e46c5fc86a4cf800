import { setTimeout as wait } from 'node:timers/promises';
import type { DeletingRecording } from '../../calls/recording.ts';
import { type RecordingSource, SourceError } from '../recordingSource.ts';

/** Longer than a source needs that answers at all. */
const LIMIT_MS = 60_000;

/**
 * Removes the audio where it was copied from; of a recording that was never copied, wherever it could be. A source that
 * lets nobody remove is passed over, and what is another recording's, too, is left for that one.
 *
 * Resolves to false when it was left because the source is not configured any more. Throws SourceError when it may
 * still be there.
 */
export async function removeAtSource(
    recording: DeletingRecording,
    sources: readonly RecordingSource[],
    limitMs = LIMIT_MS
): Promise<boolean> {
    if (recording.isShared) return true;
    const meant = sources.filter((source) =>
        recording.source === null ? source.mayHave(recording) : source.name === recording.source
    );
    for (const source of meant) {
        if (!source.remove) continue;
        await within(source.remove(recording), limitMs).catch((error: unknown) => {
            if (!isGone(error)) throw error;
        });
    }
    return recording.source === null || meant.length > 0;
}

/** `forbidden`: the bridge may not even ask there, today or later. */
const isGone = (error: unknown): boolean =>
    error instanceof SourceError && (error.code === 'absent' || error.code === 'forbidden');

async function within(removing: Promise<void>, limitMs: number): Promise<void> {
    const settled = new AbortController();
    const tooLate = wait(limitMs, undefined, { signal: settled.signal, ref: false }).then(() => {
        throw new SourceError('unavailable', 'The source did not remove the recording in time');
    });
    try {
        await Promise.race([removing, tooLate]);
    } finally {
        settled.abort();
        tooLate.catch(() => undefined);
    }
}
