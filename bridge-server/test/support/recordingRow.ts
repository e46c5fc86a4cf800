import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '../../src/store/database.ts';

interface RecordingRowValues {
    readonly callId: string;
    readonly part?: number;
    readonly state?: 'waiting' | 'failed' | 'stored';
    readonly code?: string;
    /** When the call ended. */
    readonly endedAt: string;
}

export const AUDIO = 'audio of a call';

/** Writes the recording of a call as the bridge would have left it, and its copy into the folder. Resolves to its id and file. */
export async function insertRecording(
    database: Database,
    folder: string,
    { callId, part = 1, state = 'stored', code = 'absent', endedAt }: RecordingRowValues
): Promise<{ id: string; file: string }> {
    const file = `2026/${callId.replace(':', '-')}-${part}.wav`;
    const isStored = state === 'stored';
    if (isStored) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), AUDIO);
    }
    await database.query('UPDATE calls SET ended_at = $2 WHERE id = $1', [callId, endedAt]);
    const { rows } = await database.query<{ id: string }>(
        `INSERT INTO recordings (call_id, part, name, format, told_at, kept_since, due_at, failed_at, failed_code, last_error,
            source, file, bytes, sha256, whole, copied_at)
         VALUES ($1, $2::int, 'rec-' || $2, 'wav', $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
        [
            callId,
            part,
            endedAt,
            state === 'waiting' ? endedAt : null,
            state === 'failed' ? endedAt : null,
            state === 'failed' ? code : null,
            state === 'failed' ? 'It was not there' : null,
            isStored ? 'folder' : null,
            isStored ? file : null,
            isStored ? AUDIO.length : null,
            isStored ? 'e3b0c442' : null,
            isStored ? true : null,
            isStored ? endedAt : null
        ]
    );
    return { id: rows[0]?.id ?? '', file };
}

/** Removes copies as the bridge's store does. */
export const removeFrom =
    (folder: string) =>
    (file: string): Promise<void> =>
        rm(join(folder, file), { force: true });

export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
