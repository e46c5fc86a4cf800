import type { AdminRecordingsQuery } from '../../../src/contract/recordingsAdmin.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { absent, ago, claimOne, copyOf, forgetRecordings, recordingsOf, tellCall } from './recordedCalls.ts';

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

const byAna = { by: 'Ana', reason: 'Processo 123/2026' };

const list = (query: Partial<AdminRecordingsQuery> = {}) => store.recordings.list({ limit: 50, ...query });
const protocols = async (query: Partial<AdminRecordingsQuery>) =>
    (await list(query)).recordings.map(({ protocol }) => protocol);

/** One recording of each state; the last one waits. */
async function tellEveryState(): Promise<void> {
    await tellCall(store, 'stored', { endedMsAgo: 40_000 });
    const stored = await claimOne(store);
    await store.recordings.queue.complete(stored, copyOf(stored));
    await tellCall(store, 'failed', { endedMsAgo: 30_000 });
    await store.recordings.queue.fail(await claimOne(store), { ...absent, retryInMs: null });
    await tellCall(store, 'deleted', { endedMsAgo: 20_000 });
    const deleted = await claimOne(store);
    await store.recordings.queue.complete(deleted, copyOf(deleted));
    await store.recordings.deletion.decideErasure('P-deleted', byAna);
    await tellCall(store, 'waiting', { endedMsAgo: 10_000 });
}

test('every recording is in one list by its state', async () => {
    await tellEveryState();
    expect(await protocols({})).toEqual(['P-waiting', 'P-deleted', 'P-failed', 'P-stored']);
    for (const state of ['waiting', 'failed', 'stored', 'deleted'] as const)
        expect(await protocols({ state })).toEqual([`P-${state}`]);
});

test('the held ones can be listed', async () => {
    await tellEveryState();
    await store.recordings.hold('P-stored', byAna);
    await store.recordings.hold('P-failed', byAna);
    expect(await protocols({ held: 'yes' })).toEqual(['P-failed', 'P-stored']);
    expect(await protocols({ held: 'yes', state: 'failed' })).toEqual(['P-failed']);
});

test('a stored recording tells of its copy, its call and its hold', async () => {
    const { endedAt } = await tellCall(store, '1');
    const claimed = await claimOne(store);
    await store.recordings.queue.complete(claimed, copyOf(claimed));
    const held = await store.recordings.hold('P-1', byAna);
    expect((await list()).recordings).toEqual([
        {
            callId: 'test:1',
            protocol: 'P-1',
            part: 1,
            state: 'stored',
            name: 'audio-1',
            format: 'wav',
            endedAt,
            keptSince: endedAt,
            source: 'folder',
            bytes: 5_000_000_000,
            sha256: 'ab'.repeat(32),
            whole: true,
            attempts: 1,
            nextTryAt: null,
            code: null,
            lastError: null,
            hold: held?.hold,
            deleted: null
        }
    ]);
});

test('one that is tried again tells why, and when; one that is under way does not say when', async () => {
    await tellCall(store, '1');
    await store.recordings.queue.fail(await claimOne(store), { ...absent, retryInMs: 0 });
    const why = { state: 'waiting', attempts: 1, code: 'absent', lastError: 'folder: no such file' };
    expect((await list()).recordings).toMatchObject([{ ...why, nextTryAt: expect.stringMatching(/Z$/) }]);
    await claimOne(store);
    expect((await list()).recordings).toMatchObject([{ ...why, attempts: 2, nextTryAt: null }]);
});

test('one that was erased tells who did it and why; one whose time was over says so', async () => {
    await tellEveryState();
    const before = ago(0);
    await store.recordings.deletion.decideRetention(ago(39_000), 10);
    const [erased, over] = (await list({ state: 'deleted' })).recordings;
    expect(erased).toMatchObject({ protocol: 'P-deleted', deleted: { why: 'Processo 123/2026', by: 'Ana' } });
    expect(over).toMatchObject({ protocol: 'P-stored', deleted: { why: 'retention', by: 'retention' } });
    expect(over!.deleted!.at >= before).toBe(true);
});

test.each([1, 2, 3, 5])('pages of %d hold every recording once, also those of one moment', async (limit) => {
    const endedMsAgo = 50_000;
    await tellCall(store, 'a', { endedMsAgo, names: ['x', 'y', 'z'] });
    await tellCall(store, 'b', { endedMsAgo: endedMsAgo + 10_000 });
    await queryDatabase(address, `UPDATE recordings SET kept_since = kept_since + interval '1 us' WHERE name = 'y-a'`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
        const page = await list({ limit, ...(after && { after }) });
        expect(page.recordings.length).toBeLessThanOrEqual(limit);
        seen.push(...page.recordings.map(({ name }) => name));
        after = page.next ?? undefined;
    } while (after);
    expect(seen[0]).toBe('y-a');
    expect(seen.at(-1)).toBe('audio-b');
    expect(seen.toSorted()).toEqual(['audio-b', 'x-a', 'y-a', 'z-a']);
});

test('an `after` that no page gave begins at the beginning', async () => {
    await tellCall(store, '1');
    expect(await protocols({ after: "'; DROP TABLE recordings" })).toEqual(['P-1']);
});

test('one call’s are found by its protocol, whichever way it is written', async () => {
    await tellCall(store, '1', { names: ['a', 'b'] });
    await tellCall(store, '2');
    await tellCall(store, '3', { names: [] });
    expect(await store.recordings.ofProtocolForAdmin('p-1')).toMatchObject([
        { name: 'a-1', part: 1 },
        { name: 'b-1', part: 2 }
    ]);
    expect(await store.recordings.ofProtocolForAdmin('P-3')).toEqual([]);
    expect(await store.recordings.ofProtocolForAdmin('P-4')).toBeNull();
});

test('recordings are counted by state, with their bytes and how long the oldest waits', async () => {
    expect(await store.recordings.counts()).toEqual({
        waiting: 0,
        failed: 0,
        stored: 0,
        deleted: 0,
        bytes: 0,
        oldestWaitingSeconds: null
    });
    await tellEveryState();
    await queryDatabase(
        address,
        `UPDATE recordings SET told_at = now() - interval '1 hour' WHERE name = 'audio-waiting'`
    );
    const { oldestWaitingSeconds, ...counts } = await store.recordings.counts();
    expect(counts).toEqual({ waiting: 1, failed: 1, stored: 1, deleted: 1, bytes: 5_000_000_000 });
    expect(oldestWaitingSeconds).toBeGreaterThanOrEqual(3_600);
    expect(oldestWaitingSeconds).toBeLessThan(3_660);
    await claimOne(store);
    expect(await store.recordings.counts()).toMatchObject({ waiting: 1, failed: 1, stored: 1, deleted: 1 });
});

test('only what failed is retried', async () => {
    await tellEveryState();
    for (const state of ['waiting', 'stored', 'deleted']) expect(await store.recordings.retry(`P-${state}`)).toBe(0);
    expect(await store.recordings.retry('P-failed')).toBe(1);
    expect(await recordingsOf(store, 'failed')).toMatchObject([{ failure: null }]);
});

test('all that failed or waits for another try is retried at once, or what has a code', async () => {
    await tellEveryState();
    await tellCall(store, 'refused');
    await queryDatabase(
        address,
        `UPDATE recordings SET due_at = now() + interval '1 h', failed_code = 'refused', attempts = 7 WHERE name = 'audio-refused'`
    );
    const before = ago(0);
    expect(await store.recordings.retryAll({ code: 'forbidden' })).toMatchObject({ due: 0 });
    const retried = await store.recordings.retryAll({ code: 'refused' });
    expect(retried).toEqual({ due: 1, at: expect.any(String) });
    expect(retried.at >= before).toBe(true);
    expect((await list({ state: 'waiting' })).recordings).toContainEqual(
        expect.objectContaining({ protocol: 'P-refused', attempts: 0 })
    );
    expect(await store.recordings.retryAll({})).toMatchObject({ due: 1 });
    expect(await store.recordings.retryAll({})).toMatchObject({ due: 0 });
    expect(await store.recordings.counts()).toMatchObject({ waiting: 3, failed: 0, stored: 1, deleted: 1 });
});

test('who retries everything takes no recording from who copies it', async () => {
    await tellCall(store, '1');
    const claimed = await claimOne(store);
    expect(await store.recordings.retryAll({})).toMatchObject({ due: 0 });
    expect(await store.recordings.queue.complete(claimed, copyOf(claimed))).toBe(true);
});

test('what is tried again only later is due at once when somebody retries it', async () => {
    await tellCall(store, '1');
    await store.recordings.queue.fail(await claimOne(store), { ...absent, code: 'refused', retryInMs: 3_600_000 });
    expect(await store.recordings.queue.claim(1, 1000)).toEqual([]);
    expect(await store.recordings.retry('P-1')).toBe(1);
    await claimOne(store);
    expect(await store.recordings.retry('P-1')).toBe(0);
});
