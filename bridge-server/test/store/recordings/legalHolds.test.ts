import pg from 'pg';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { ago, DAY_MS, forgetRecordings, recordingsOf, tellCall } from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
/** Somebody else, in the middle of a transaction. */
let other: pg.Client;

beforeAll(async () => {
    address = await createTestDatabase();
});
beforeEach(async () => {
    store = await openTestStore(address);
    await forgetRecordings(address);
    await tellCall(store, '1', { endedMsAgo: 100 * DAY_MS });
    other = new pg.Client(address);
    await other.connect();
    await other.query('BEGIN');
});
afterEach(async () => {
    await other.end();
    await store.close();
});

const byAna = { by: 'Ana', reason: 'Processo 123/2026' };
const byBia = { by: 'Bia', reason: 'Outro' };

/** Resolves once a statement waits for the other's lock. */
const somebodyWaits = () =>
    eventually(
        () => queryDatabase(address, `SELECT FROM pg_locks WHERE NOT granted`),
        (waiting) => waiting.length > 0
    );

test('a hold tells since when, by whom and why; a second one changes nothing', async () => {
    const before = ago(0);
    const first = await store.recordings.hold('p-1', byAna);
    expect(first).toMatchObject({ isNew: true, hold: byAna });
    expect(first!.hold.since >= before).toBe(true);
    expect(await store.recordings.hold('P-1', byBia)).toEqual({ isNew: false, hold: first!.hold });
    expect((await store.recordings.ofProtocol('P-1'))?.hold).toEqual(first!.hold);
    expect(await store.recordings.hold('nobody', byAna)).toBeNull();
});

test('a released hold is gone', async () => {
    const held = await store.recordings.hold('P-1', byAna);
    expect(await store.recordings.release('p-1')).toEqual({ hold: held?.hold });
    expect(await store.recordings.release('P-1')).toEqual({ hold: null });
    expect(await store.recordings.release('nobody')).toBeNull();
    expect((await store.recordings.ofProtocol('P-1'))?.hold).toBeNull();
    expect(await store.recordings.hold('P-1', byBia)).toMatchObject({ isNew: true, hold: byBia });
});

test('of two that hold at one moment one does', async () => {
    const held = await Promise.all([store.recordings.hold('P-1', byAna), store.recordings.hold('P-1', byBia)]);
    expect(held.filter((each) => each?.isNew)).toHaveLength(1);
    expect(held[0]?.hold).toEqual(held[1]?.hold);
});

test('what is told of a held call later is held, too', async () => {
    await store.recordings.hold('P-1', byAna);
    await tellCall(store, '1', { endedMsAgo: 100 * DAY_MS, names: ['later'] });
    expect(await store.recordings.deletion.decideRetention(ago(0), 10)).toEqual([]);
});

const HOLD_BY_OTHER = `
    WITH held AS (SELECT id FROM calls WHERE protocol = 'P-1' FOR UPDATE)
    INSERT INTO recording_holds (call_id, by, reason) SELECT id, 'other', 'other' FROM held`;

test('an erasure waits for a hold that is being set, and loses', async () => {
    await other.query(HOLD_BY_OTHER);
    const erasing = store.recordings.deletion.decideErasure('P-1', byAna);
    await somebodyWaits();
    await other.query('COMMIT');
    expect(await erasing).toBe('held');
    expect(await recordingsOf(store, '1')).toMatchObject([{ deletion: null }]);
});

test('retention does not wait for a hold that is being set, and leaves the call alone', async () => {
    await other.query(HOLD_BY_OTHER);
    expect(await store.recordings.deletion.decideRetention(ago(0), 10)).toEqual([]);
    await other.query('ROLLBACK');
    expect(await store.recordings.deletion.decideRetention(ago(0), 10)).toHaveLength(1);
});

test('a hold waits for a deletion that is being decided', async () => {
    await other.query(`SELECT id FROM calls WHERE protocol = 'P-1' FOR UPDATE`);
    const holding = store.recordings.hold('P-1', byAna);
    await somebodyWaits();
    expect((await store.recordings.ofProtocol('P-1'))?.hold).toBeNull();
    await other.query('COMMIT');
    expect(await holding).toMatchObject({ isNew: true });
});

test('what stands when a hold is told to be set stands for good', async () => {
    for (let round = 0; round < 60; round++) {
        const number = `round-${round}`;
        await tellCall(store, number, { endedMsAgo: 100 * DAY_MS });
        const holding = store.recordings
            .hold(`P-${number}`, byAna)
            .then(() => recordingsOf(store, number))
            .then(([recording]) => recording!.deletion);
        const [whenHeld] = await Promise.all([
            holding,
            round % 2
                ? store.recordings.deletion.decideErasure(`P-${number}`, byAna)
                : store.recordings.deletion.decideRetention(ago(0), 100)
        ]);
        expect((await recordingsOf(store, number))[0]!.deletion).toEqual(whenHeld);
    }
});
