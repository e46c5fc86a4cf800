import type { RecordingQueue } from '../../../src/recordings/recordingQueue.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import {
    absent,
    ago,
    claimOne,
    copyOf,
    eventOf,
    forgetRecordings,
    LEASE_MS,
    recordingsOf,
    tellCall
} from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
let queue: RecordingQueue;

beforeAll(async () => {
    address = await createTestDatabase();
});
beforeEach(async () => {
    store = await openTestStore(address);
    await forgetRecordings(address);
    queue = store.recordings.queue;
});
afterEach(() => store.close());

const claimAll = () => queue.claim(100, LEASE_MS);
const names = async () => (await claimAll()).map(({ name }) => name);

test('a recording is claimed with all that copying it needs', async () => {
    const { startedAt } = await tellCall(store, '1');
    const claimed = await claimOne(store);
    expect(claimed).toMatchObject({
        callId: 'test:1',
        part: 1,
        name: 'audio-1',
        format: 'wav',
        url: null,
        attempt: 1,
        partial: null,
        day: startedAt.slice(0, 10)
    });
    expect(claimed.ageMs).toBeGreaterThanOrEqual(0);
    expect(claimed.ageMs).toBeLessThan(60_000);
});

test.each([
    ['of a call that is over for two seconds is', 2_100, 0, 1],
    ['of a call that is over only now is not', 500, 0, 0],
    ['of a call that is not over is not', null, 14, 0],
    ['that waited a quarter of an hour for its call to end is', null, 16, 1]
])('a recording %s claimed', async (_, endedMsAgo, toldMinutesAgo, count) => {
    await tellCall(store, '1', { endedMsAgo });
    await queryDatabase(address, `UPDATE recordings SET told_at = now() - $1 * interval '1 min'`, [toldMinutesAgo]);
    expect(await claimAll()).toHaveLength(count);
});

test.each([
    ['not while somebody speaks', 59, 0],
    ['after six hours all the same: of some calls nobody tells that an agent left', 361, 1]
])('a recording that is told before its call is over is claimed %s', async (_, toldMinutesAgo, count) => {
    await tellCall(store, '1', { endedMsAgo: null });
    await store.recordEvent(eventOf('1', 'legAnswered', ago(0), { legId: 'test:1:a', agent: '2001' }));
    await queryDatabase(address, `UPDATE recordings SET told_at = now() - $1 * interval '1 min'`, [toldMinutesAgo]);
    expect(await claimAll()).toHaveLength(count);
});

test('a recording is as old as the end of its call when it was told before', async () => {
    await tellCall(store, '1', { endedMsAgo: 5_000 });
    await queryDatabase(address, `UPDATE recordings SET told_at = now() - interval '1 hour'`);
    const { ageMs } = await claimOne(store);
    expect(ageMs).toBeGreaterThanOrEqual(5_000);
    expect(ageMs).toBeLessThan(60_000);
});

test('the oldest are claimed first, and no more than asked for', async () => {
    for (const number of ['1', '2', '3']) await tellCall(store, number);
    expect((await queue.claim(2, LEASE_MS)).map(({ name }) => name)).toEqual(['audio-1', 'audio-2']);
    expect(await names()).toEqual(['audio-3']);
    expect(await names()).toEqual([]);
});

test('replicas that claim at one moment share', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => String(index));
    for (const number of numbers) await tellCall(store, number);
    const other = await openTestStore(address);
    const claims = await Promise.all(
        numbers.map((_, index) => (index % 2 ? store : other).recordings.queue.claim(1, LEASE_MS))
    );
    await other.close();
    const ids = [...claims.flat(), ...(await claimAll())].map(({ id }) => id);
    expect(new Set(ids).size).toBe(20);
    expect(ids).toHaveLength(20);
});

test('a copy is kept, and the recording is due no more', async () => {
    await tellCall(store, '1');
    await queue.fail(await claimOne(store), absent);
    const claimed = await claimOne(store);
    expect(await queue.complete(claimed, copyOf(claimed))).toBe(true);
    expect(await recordingsOf(store, '1')).toMatchObject([{ copy: copyOf(claimed), failure: null }]);
    expect(await names()).toEqual([]);
});

test('a copy of which neither length nor loudness is known is kept', async () => {
    await tellCall(store, '1');
    const claimed = await claimOne(store);
    const copy = { ...copyOf(claimed), durationMs: null, peaks: null, whole: false };
    await queue.complete(claimed, copy);
    expect((await recordingsOf(store, '1'))[0]?.copy).toEqual(copy);
});

test('a try that failed is made again when its time has come, with what it left behind', async () => {
    await tellCall(store, '1');
    const partial = { source: 's3', version: '"etag"' };
    await queue.fail(await claimOne(store), { ...absent, partial });
    const second = await claimOne(store);
    expect(second).toMatchObject({ attempt: 2, partial });
    await queue.fail(second, { ...absent, retryInMs: 60_000 });
    expect(await names()).toEqual([]);
    await queryDatabase(address, `UPDATE recordings SET due_at = due_at - interval '59 s'`);
    expect(await names()).toEqual([]);
    await queryDatabase(address, `UPDATE recordings SET due_at = due_at - interval '1 s'`);
    expect(await claimOne(store)).toMatchObject({ attempt: 3, partial: null });
});

test('a try while the source is away does not count', async () => {
    await tellCall(store, '1');
    await queue.fail(await claimOne(store), { ...absent, code: 'unavailable', countsAsAttempt: false });
    expect((await claimOne(store)).attempt).toBe(1);
});

test('what failed for good is not tried until somebody retries it', async () => {
    await tellCall(store, '1');
    await queue.fail(await claimOne(store), { ...absent, retryInMs: null });
    expect(await names()).toEqual([]);
    expect(await recordingsOf(store, '1')).toMatchObject([{ copy: null, failure: 'absent' }]);
    expect(await store.recordings.retry('p-1')).toBe(1);
    expect(await recordingsOf(store, '1')).toMatchObject([{ failure: null }]);
    expect((await claimOne(store)).attempt).toBe(1);
    expect(await store.recordings.retry('p-1')).toBe(0);
    expect(await store.recordings.retry('nobody')).toBeNull();
});

describe('whoever lost the claim', () => {
    test('changes nothing, neither with a copy nor with a failure', async () => {
        await tellCall(store, '1');
        const [late] = await queue.claim(1, 0);
        expect(await queue.reap()).toBe(1);
        const mine = await claimOne(store);
        await queue.fail(late!, { ...absent, retryInMs: null });
        expect(await queue.complete(late!, { ...copyOf(late!), sha256: 'of the late one' })).toBe(false);
        expect(await recordingsOf(store, '1')).toMatchObject([{ copy: null, failure: null }]);
        expect(await queue.complete(mine, copyOf(mine))).toBe(true);
        expect(await queue.complete(mine, { ...copyOf(mine), file: 'another' })).toBe(false);
    });

    test('is told that the copy is noted when only the first answer was lost', async () => {
        await tellCall(store, '1');
        const claimed = await claimOne(store);
        await queue.complete(claimed, copyOf(claimed));
        expect(await queue.complete(claimed, copyOf(claimed))).toBe(true);
    });

    test('is told so when the recording was erased meanwhile', async () => {
        await tellCall(store, '1');
        const claimed = await claimOne(store);
        await store.recordings.deletion.decideErasure('P-1', { by: 'Ana', reason: 'LGPD, art. 18' });
        expect(await queue.complete(claimed, copyOf(claimed))).toBe(false);
        await queue.fail(claimed, absent);
        expect(await names()).toEqual([]);
        expect(await recordingsOf(store, '1')).toMatchObject([{ copy: null, deletion: { kind: 'erased' } }]);
    });
});

test('what a dead replica held is freed at once, and what lives keeps its own', async () => {
    await tellCall(store, '1');
    const dead = await openTestStore(address);
    const ignore = () => undefined;
    const stopFollowing = await dead.followChanges({ onChange: ignore, onPresence: ignore, onLost: ignore });
    const claimed = await claimOne(dead);
    expect(await queue.reap()).toBe(0);
    await stopFollowing();
    expect(await queue.reap()).toBe(1);
    expect(await claimOne(store)).toMatchObject({ id: claimed.id, attempt: 2 });
    expect(await queue.reap()).toBe(0);
    expect(await dead.recordings.queue.complete(claimed, copyOf(claimed))).toBe(false);
    await dead.close();
});
