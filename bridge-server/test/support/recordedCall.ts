import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../../src/store/database.ts';

export interface RecordingValues {
    readonly format?: string;
    readonly state?: 'stored' | 'waiting' | 'failed' | 'retention' | 'erased';
    /** What the file in the store holds. */
    readonly audio?: Buffer;
}

/** Bytes that tell where they stand. */
export const SOUND = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

const ENDED = '2026-11-23T12:05:00Z';
/** In São Paulo it is still the evening before. */
const DELETED = '2027-02-24T02:30:00Z';

/** Writes a call that is over with its recordings, and their files into the store's folder. */
export async function insertRecordedCall(
    database: Database,
    folder: string,
    {
        protocol,
        caseId,
        recordings
    }: { protocol: string; caseId: string | null; recordings: readonly RecordingValues[] }
): Promise<void> {
    const id = `test:${protocol}`;
    await insert(database, 'calls', {
        id,
        source: 'test',
        version: 1,
        change_id: 1,
        direction: 'inbound',
        protocol,
        started_at: '2026-11-23T12:00:00Z',
        ended_at: ENDED,
        recorded: recordings.length > 0,
        case_id: caseId,
        case_number: caseId && '00001001'
    });
    for (const [index, { format = 'wav', state = 'stored', audio = SOUND }] of recordings.entries()) {
        const file = `2026/11/23/${randomUUID()}.${format}`;
        if (state === 'stored') {
            mkdirSync(dirname(join(folder, file)), { recursive: true });
            writeFileSync(join(folder, file), audio);
        }
        await insert(database, 'recordings', {
            call_id: id,
            part: index + 1,
            name: `audio-${index + 1}`,
            format,
            kept_since: ENDED,
            due_at: state === 'waiting' ? ENDED : null,
            ...COLUMNS[state](file, audio.length)
        });
    }
}

const copied = (file: string, bytes: number) => ({
    source: 'folder',
    file,
    bytes,
    sha256: 'ab',
    duration_ms: 3000,
    peaks: '[10,20,30]',
    whole: true,
    copied_at: ENDED
});
const deleted = (kind: string, reason: string | null) => ({
    deletion_kind: kind,
    deletion_reason: reason,
    deletion_by: 'retention',
    deletion_at: DELETED,
    deleted_at: DELETED
});

const COLUMNS: Readonly<
    Record<NonNullable<RecordingValues['state']>, (file: string, bytes: number) => Record<string, unknown>>
> = {
    stored: copied,
    waiting: () => ({}),
    failed: () => ({ failed_at: ENDED, failed_code: 'absent', last_error: 'not there' }),
    retention: (file, bytes) => ({ ...copied(file, bytes), ...deleted('retention', null) }),
    erased: (file, bytes) => ({ ...copied(file, bytes), ...deleted('erased', 'O cliente pediu <b>hoje</b>') })
};

async function insert(database: Database, table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await database.query(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row)
    );
}
