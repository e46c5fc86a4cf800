import { join } from 'node:path';
import { checksum, filesBelow } from '../../recordings/storedFiles.ts';
import type { BridgeDatabase, StoredRecording } from '../stack/bridgeDatabase.ts';

/** A recording that the bridge knows, and what lies in its store. */
export interface StoredCopy extends StoredRecording {
    /** Checksum of what the copy's file holds; null: there is no copy, or no file. */
    readonly found: string | null;
}

export interface StoredAudio {
    readonly copies: readonly StoredCopy[];
    /** Every file of the store, relative to it. */
    readonly files: readonly string[];
}

/** Reads every copy again. */
export async function readStoredAudio(database: BridgeDatabase, storeDir: string): Promise<StoredAudio> {
    const recordings = await database.recordings();
    const files = await filesBelow(storeDir);
    const there = new Set(files);
    const copies: StoredCopy[] = [];
    for (const recording of recordings) {
        const { file } = recording;
        const found = file !== null && there.has(file) ? await checksum(join(storeDir, file)) : null;
        copies.push({ ...recording, found });
    }
    return { copies, files };
}
