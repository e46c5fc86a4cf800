import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createKeeping } from '../../../src/recordings/keeping/keeping.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { createRecordingStore } from '../../../src/store/recordings/recordingStore.ts';
import { insertCall } from '../../support/callRow.ts';
import { insertRecording, removeFrom } from '../../support/recordingRow.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

export const RETENTION_DAYS = 90;

type Options = Partial<Parameters<typeof createKeeping>[0]>;

/** A database and a folder with recordings, and replicas that keep them. */
export async function openKeptRecordings() {
    const address = await createTestDatabase();
    const databases: Database[] = [];
    const open = (): Database => {
        const database = openDatabase(address, 4);
        databases.push(database);
        return database;
    };
    const database = open();
    await migrate(database);
    const folder = mkdtempSync(join(tmpdir(), 'bridge-audio-'));
    const store = createRecordingStore(database, 1);

    return {
        database,
        folder,
        store,
        /** A replica with a pool of its own; sweeps do not wait for the hour. */
        replica(options: Options = {}) {
            const mine = createRecordingStore(open(), databases.length);
            return createKeeping({
                deletion: mine.deletion,
                sweeps: { ...mine.sweeps, begin: (retentionDays) => mine.sweeps.begin(retentionDays, 0) },
                ofProtocolForAdmin: mine.ofProtocolForAdmin,
                addToAudit: mine.audit.add,
                removeCopy: removeFrom(folder),
                removeLeft: async () => undefined,
                sources: [],
                deleteAtSource: false,
                retentionDays: RETENTION_DAYS,
                now: Date.now,
                log: pino({ level: 'silent' }),
                ...options
            });
        },
        /** A call `test:N` with the protocol `p-N` and one recording. */
        async add(number: number, endedAt: string, state?: 'waiting' | 'failed' | 'stored') {
            const callId = `test:${number}`;
            await insertCall(database, { id: callId });
            return insertRecording(database, folder, { callId, endedAt, ...(state && { state }) });
        },
        exists: (file: string): boolean => existsSync(join(folder, file)),
        audit: async () => (await store.audit.list({ limit: 1000, after: 0 })).entries,
        states: async () =>
            (await store.list({ limit: 200 })).recordings
                .map(({ callId, state }) => `${callId} ${state}`)
                .toSorted((a, b) => a.localeCompare(b)),
        /** Whatever was decided so far was decided long ago. */
        ageDecisions: () => database.query("UPDATE recordings SET deletion_at = deletion_at - interval '1 hour'"),
        async close(): Promise<void> {
            for (const each of databases) await each.end();
        }
    };
}

export type KeptRecordings = Awaited<ReturnType<typeof openKeptRecordings>>;
