import { Client } from 'pg';
import type { DeletingRecording } from '../../../src/calls/recording.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import {
    absent,
    ago,
    claimOne,
    copyOf,
    DAY_MS,
    eventOf,
    forgetRecordings,
    recordingsOf,
    tellCall
} from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;

beforeAll(async () => {
    address = await createTestDatabase();
});
beforeEach(async () => {
    store = await openTestStore(address);
    await forgetRecordings(address);
});
afterEach(() => store.close());

const byAna = { by: 'Ana', reason: 'LGPD, art. 18' };
const OLD = { endedMsAgo: 91 * DAY_MS };

async function tellStored(number: string, told: Parameters<typeof tellCall>[2] = OLD) {
    await tellCall(store, number, told);
    const claimed = await claimOne(store);
    await store.recordings.queue.complete(claimed, copyOf(claimed));
    return claimed;
}
const waitForLocks = (count: number) =>
    eventually(
        () =>
            queryDatabase(
                address,
                `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
            ),
        (waiting) => waiting.length === count
    );

test('erasure decides on all recordings of a call, of whatever age and state, once', async () => {
    await tellStored('1', { endedMsAgo: 5_000, names: ['a', 'b', 'c'] });
    await store.recordings.queue.fail(await claimOne(store), { ...absent, retryInMs: null });
    await claimOne(store);
    const erased = await store.recordings.deletion.decideErasure('p-1', byAna);
    expect(erased).toHaveLength(3);
    expect(await recordingsOf(store, '1')).toMatchObject(
        [1, 2, 3].map((part) => ({ part, copy: null, deletion: { kind: 'erased', ...byAna } }))
    );
    expect(await store.recordings.deletion.decideErasure('nobody', byAna)).toBeNull();
});

test('erasure is looked at once more until whoever copied it can leave nothing any more', async () => {
    await tellCall(store, '1');
    const { id } = await claimOne(store);
    await store.recordings.deletion.decideErasure('P-1', byAna);
    expect(await store.recordings.deletion.done(id)).toBe(false);
    expect(await store.recordings.deletion.unfinished(10, 0)).toHaveLength(1);
    await queryDatabase(address, `UPDATE recordings SET lease_until = now() - interval '1 s'`);
    expect(await store.recordings.deletion.done(id)).toBe(true);
    expect(await store.recordings.deletion.unfinished(10, 0)).toEqual([]);
});

test('erasure is in the audit with the decision, and asked for again gives what is still to go', async () => {
    await tellStored('audited', { names: ['a', 'b'] });
    const origin = { address: '10.0.0.7', userAgent: 'curl/8' };
    const erased = await store.recordings.deletion.decideErasure('p-audited', { ...byAna, ...origin });
    const [first, ...rest] = erased as DeletingRecording[];
    await store.recordings.deletion.done(first!.id);
    expect(await store.recordings.deletion.decideErasure('p-audited', byAna)).toEqual(rest);
    await store.recordings.deletion.done(rest[0]!.id);
    expect(await store.recordings.deletion.decideErasure('p-audited', byAna)).toEqual([]);
    const { entries } = await store.recordings.audit.list({ protocol: 'p-audited', limit: 10, after: 0 });
    expect(entries).toMatchObject([{ action: 'erased', protocol: 'P-audited', who: 'Ana', via: 'admin', ...origin }]);
});

test('erasure covers what is told of the call later', async () => {
    await tellStored('1');
    await store.recordings.deletion.decideErasure('P-1', byAna);
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    expect(await recordingsOf(store, '1')).toMatchObject([
        {},
        { name: 'later', deletion: { kind: 'erased', ...byAna } }
    ]);
    expect(await store.recordings.queue.claim(10, 1000)).toEqual([]);
    expect(await store.recordings.deletion.unfinished(10, 0)).toHaveLength(2);
});

test('erasure does not cover what is told of a call that is held since', async () => {
    await tellStored('1');
    await store.recordings.deletion.decideErasure('P-1', byAna);
    await store.recordings.hold('P-1', byAna);
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    expect(await recordingsOf(store, '1')).toMatchObject([{}, { name: 'later', deletion: null }]);
});

test('erasure covers what a replica tells of at the same moment', async () => {
    await tellStored('1');
    // whoever erases it is first, and who tells has read the call by then
    const other = new Client(address);
    await other.connect();
    await other.query('BEGIN');
    await other.query("SELECT FROM calls WHERE id = 'test:1' FOR UPDATE");
    const erasing = store.recordings.deletion.decideErasure('P-1', byAna);
    await waitForLocks(1);
    const telling = store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    await waitForLocks(2);
    await other.query('COMMIT');
    await other.end();
    await Promise.all([erasing, telling]);
    expect((await recordingsOf(store, '1')).map(({ deletion }) => deletion?.kind)).toEqual(['erased', 'erased']);
});

test('erasure is refused while the call is held', async () => {
    await tellStored('1');
    await store.recordings.hold('P-1', byAna);
    expect(await store.recordings.deletion.decideErasure('P-1', byAna)).toBe('held');
    expect(await recordingsOf(store, '1')).toMatchObject([{ deletion: null }]);
});
