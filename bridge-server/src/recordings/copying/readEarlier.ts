import { createHash, type Hash } from 'node:crypto';
import type { ClaimedRecording } from '../../calls/recording.ts';
import type { AudioStore } from '../audioStore.ts';
import { readBytes } from '../audioStorePart.ts';

/** What an earlier try left, with which a source may go on. */
export interface EarlierTry {
    readonly source: string;
    readonly version: string;
    /** So many of its bytes are kept. */
    readonly bytes: number;
    /** Of these bytes. */
    readonly hash: Hash;
}

/** Null: there is nothing to go on with. Throws AudioStoreError, and the signal's reason. */
export async function readEarlier(
    { id, partial }: ClaimedRecording,
    store: AudioStore,
    signal: AbortSignal
): Promise<EarlierTry | null> {
    if (!partial || partial.version === null) return null;
    // the last byte is asked for again: many servers refuse to go on where nothing follows
    const bytes = (await store.partBytes(id)) - 1;
    if (bytes < 1) return null;
    const hash = createHash('sha256');
    const part = await store.openPart(id, bytes);
    try {
        for await (const chunk of readBytes(part.file, 0, bytes, signal)) hash.update(chunk);
    } finally {
        await part.close();
    }
    return { source: partial.source, version: partial.version, bytes, hash };
}
