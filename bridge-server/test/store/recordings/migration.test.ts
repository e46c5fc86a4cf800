import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { insertCall } from '../../support/callRow.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { LEASE_MS } from './recordedCalls.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../src/store/migrations');

/** As a bridge of before recordings were kept left it. */
async function migrateTo007(database: Database): Promise<void> {
    await database.query('CREATE TABLE migrations (name text PRIMARY KEY, run_at timestamptz NOT NULL DEFAULT now())');
    for (const file of (await readdir(MIGRATIONS)).filter((name) => name < '008').toSorted()) {
        await database.query(await readFile(join(MIGRATIONS, file), 'utf8'));
        await database.query('INSERT INTO migrations (name) VALUES ($1)', [file]);
    }
}

test('recordings that were told before they were kept are copied like others', async () => {
    const address = await createTestDatabase();
    const database = openDatabase(address, 2);
    await migrateTo007(database);
    const endedAt = '2024-09-01T12:10:00.000Z';
    for (const id of ['test:recorded', 'test:running', 'test:none', 'test:live', 'test:behind'])
        await insertCall(database, { id });
    await database.query(`UPDATE calls SET recorded = true WHERE id <> 'test:none'`);
    await database.query(`UPDATE calls SET recording_paused = true WHERE id = 'test:running'`);
    await database.query(
        `UPDATE calls SET recording_name = 'audio', recording_format = 'wav', ended_at = $1 WHERE id = 'test:recorded'`,
        [endedAt]
    );
    await database.query(`UPDATE calls SET recording_name = 'early', recording_format = 'mp3' WHERE id = 'test:live'`);
    await database.query(
        `UPDATE calls SET recording_name = 'behind', recording_format = 'wav', ended_at = '1970-01-01T00:10:00Z' WHERE id = 'test:behind'`
    );
    await database.query(`UPDATE call_events SET type = 'recordingReady' WHERE call_id = 'test:behind'`);
    await migrate(database);
    await database.end();

    const store = await openTestStore(address);
    const [told] = (await store.recordings.ofProtocol('p-recorded'))?.recordings ?? [];
    expect(told).toMatchObject({
        callId: 'test:recorded',
        part: 1,
        name: 'audio',
        format: 'wav',
        url: null,
        copy: null
    });
    expect((await store.recordings.ofProtocol('p-running'))?.recordings).toEqual([]);
    const behind = (await store.recordings.ofProtocolForAdmin('p-behind')) ?? [];
    expect(behind).toMatchObject([{ keptSince: '2026-11-23T12:00:00.000Z' }]);
    const { recordings } = await store.recordings.list({ limit: 10 });
    expect(recordings.filter(({ callId }) => callId !== 'test:behind')).toMatchObject([
        { callId: 'test:live', keptSince: '2026-11-23T12:00:00.000Z', endedAt: null, state: 'waiting' },
        { callId: 'test:recorded', keptSince: endedAt, endedAt, state: 'waiting' }
    ]);
    expect((await store.recordings.queue.claim(10, LEASE_MS)).map(({ name }) => name)).toContain('audio');
    const wasPaused = async (id: string) => (await store.calls.callById(id))?.recordingWasPaused;
    expect(await Promise.all(['test:running', 'test:recorded'].map(wasPaused))).toEqual([true, false]);
    await store.close();
});
