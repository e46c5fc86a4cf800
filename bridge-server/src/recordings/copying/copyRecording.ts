import { createHash } from 'node:crypto';
import type { ClaimedRecording, RecordingCopy } from '../../calls/recording.ts';
import type { AudioPart } from '../audioStorePart.ts';
import type { AudioStore } from '../audioStore.ts';
import { audioFormatOf } from '../formats.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { CopyError, copyErrorOf } from './copyFailure.ts';
import { fetchAudio } from './fetchAudio.ts';
import { inspectAudio } from './inspectAudio.ts';
import { openFirst } from './openFirst.ts';
import { readEarlier } from './readEarlier.ts';

export interface CopyOptions {
    /** The first that has the recording serves. */
    readonly sources: readonly RecordingSource[];
    readonly store: AudioStore;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
}

/** Audio that is not whole by then never becomes so: it is kept as it is. */
const KEPT_AS_IT_IS_AFTER_MS = 10 * 60_000;

/**
 * Copies a recording into the store, going on where an earlier try broke off. Throws CopyError; what was copied until
 * then stays for the next try, where the source can go on with it.
 */
export async function copyRecording(claimed: ClaimedRecording, options: CopyOptions): Promise<RecordingCopy> {
    const { sources, store, maxBytes, signal } = options;
    let partial = claimed.partial;
    let part: AudioPart | undefined;
    try {
        const earlier = await readEarlier(claimed, store, signal);
        const { source, opened } = await openFirst(claimed, sources, earlier, signal);
        const hash = earlier && opened.from > 0 ? earlier.hash : createHash('sha256');
        partial = opened.version === null ? null : { source: source.name, version: opened.version };
        try {
            part = await store.openPart(claimed.id, opened.from);
            await fetchAudio(opened, part, { hash, maxBytes, signal });
        } finally {
            opened.stream.destroy();
        }
        const audio = await inspectAudio(part.file, part.bytes(), signal);
        if (!audio.whole && claimed.ageMs < KEPT_AS_IT_IS_AFTER_MS)
            throw new CopyError('changed', 'The audio is not whole yet', { partial: null });
        const { extension } = audioFormatOf(claimed.format);
        const file = await store.finish(part, { day: claimed.day, part: claimed.part, extension });
        return { source: source.name, file, bytes: part.bytes(), sha256: hash.digest('hex'), ...audio };
    } catch (error) {
        const failure = copyErrorOf(error, partial, signal.aborted);
        await part?.close();
        if (failure.partial === null) await store.discard(claimed.id).catch(() => undefined);
        throw failure;
    }
}
