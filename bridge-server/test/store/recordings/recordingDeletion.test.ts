import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import {
    absent,
    ago,
    backdateTold,
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
const cutoff = ago(90 * DAY_MS);

async function tellOld(number: string, told: Parameters<typeof tellCall>[2] = OLD) {
    await tellCall(store, number, told);
    await backdateTold(address);
}
async function tellStored(number: string, told: Parameters<typeof tellCall>[2] = OLD) {
    await tellOld(number, told);
    const claimed = await claimOne(store);
    await store.recordings.queue.complete(claimed, copyOf(claimed));
    return claimed;
}
const decide = async (limit = 100) =>
    (await store.recordings.deletion.decideRetention(cutoff, limit)).map(({ protocol }) => protocol);

describe('retention', () => {
    test('decides on recordings of calls that ended before, once', async () => {
        const { id } = await tellStored('old');
        await tellStored('young', { endedMsAgo: 89 * DAY_MS });
        const [decided, ...others] = await store.recordings.deletion.decideRetention(cutoff, 100);
        expect(others).toEqual([]);
        expect(decided).toEqual({
            id,
            callId: 'test:old',
            protocol: 'P-old',
            part: 1,
            name: 'audio-old',
            format: 'wav',
            url: null,
            kind: 'retention',
            file: copyOf({ id, day: ago(91 * DAY_MS + 30_000).slice(0, 10) }).file,
            bytes: 5_000_000_000,
            day: ago(91 * DAY_MS + 30_000).slice(0, 10),
            source: 'folder',
            isShared: false
        });
        expect(await recordingsOf(store, 'old')).toMatchObject([
            { copy: null, deletion: { kind: 'retention', reason: null, by: 'retention' } }
        ]);
        expect(await decide()).toEqual([]);
    });

    test('decides on what was never copied and on what failed, and neither is tried again', async () => {
        await tellOld('failed');
        await store.recordings.queue.fail(await claimOne(store), { ...absent, retryInMs: null });
        await tellOld('waiting');
        const decided = await store.recordings.deletion.decideRetention(cutoff, 100);
        expect(decided).toHaveLength(2);
        expect(decided).toMatchObject([
            { file: null, bytes: 0, source: null },
            { file: null, bytes: 0, source: null }
        ]);
        expect(await store.recordings.queue.claim(10, 1000)).toEqual([]);
        expect(await store.recordings.retry('P-failed')).toBe(0);
    });

    test('leaves what is being copied until that is over', async () => {
        await tellOld('1');
        const claimed = await claimOne(store);
        expect(await decide()).toEqual([]);
        expect(await store.recordings.queue.complete(claimed, copyOf(claimed))).toBe(true);
        expect(await decide()).toEqual(['P-1']);
    });

    test('takes the oldest first, as many as asked for', async () => {
        for (const days of [95, 93, 94]) await tellStored(`${days}`, { endedMsAgo: days * DAY_MS });
        expect([await decide(1), await decide(2), await decide(2)]).toEqual([['P-95'], expect.any(Array), []]);
    });

    test('of a held call decides on nothing, whatever waits behind it, and counts it', async () => {
        await tellStored('held', { endedMsAgo: 95 * DAY_MS });
        await tellStored('free');
        await store.recordings.hold('p-held', byAna);
        expect(await store.recordings.deletion.heldAmong(cutoff)).toBe(1);
        expect(await store.recordings.deletion.heldAmong(ago(96 * DAY_MS))).toBe(0);
        expect(await decide(1)).toEqual(['P-free']);
        expect(await decide(1)).toEqual([]);
        await store.recordings.release('P-held');
        expect(await store.recordings.deletion.heldAmong(cutoff)).toBe(0);
        expect(await decide(1)).toEqual(['P-held']);
    });

    test('two recordings of one name share their audio at the source until the last one is decided on', async () => {
        const names = { name: 'again', format: 'wav' };
        for (const [number, days] of [['old', 95] as const, ['older', 99] as const, ['young', 1] as const]) {
            await tellCall(store, number, { endedMsAgo: days * DAY_MS, names: [] });
            await store.recordEvent(eventOf(number, 'recordingReady', ago(0), names));
        }
        await store.recordEvent(eventOf('young', 'recordingReady', ago(0), { ...names, format: 'mp3' }));
        await backdateTold(address);
        expect(await store.recordings.deletion.decideRetention(cutoff, 100)).toMatchObject([
            { protocol: 'P-older', isShared: true },
            { protocol: 'P-old', isShared: true }
        ]);
        expect(await store.recordings.deletion.decideErasure('P-young', byAna)).toMatchObject([
            { format: 'wav', isShared: false },
            { format: 'mp3', isShared: false }
        ]);
        // what was not finished by then is nobody else's any more
        expect(await store.recordings.deletion.unfinished(10, 0)).toMatchObject(Array(4).fill({ isShared: false }));
    });

    test('of two that share their audio and are decided on together each may go', async () => {
        for (const number of ['1', '2']) {
            await tellCall(store, number, { ...OLD, names: [] });
            await store.recordEvent(eventOf(number, 'recordingReady', ago(0), { name: 'again', format: 'wav' }));
        }
        await backdateTold(address);
        const decided = await store.recordings.deletion.decideRetention(cutoff, 100);
        expect(decided.map(({ isShared }) => isShared)).toEqual([false, false]);
    });

    test('two replicas that decide at one moment decide on each once', async () => {
        for (let number = 0; number < 12; number++) await tellStored(String(number));
        const other = await openTestStore(address);
        const decided = await Promise.all(
            Array.from({ length: 8 }, (_, index) =>
                (index % 2 ? store : other).recordings.deletion.decideRetention(cutoff, 3)
            )
        );
        await other.close();
        const all = [...decided.flat().map(({ protocol }) => protocol), ...(await decide())];
        expect(all).toHaveLength(12);
        expect(new Set(all).size).toBe(12);
    });
});

describe('what was decided and is not done', () => {
    const unfinished = async (olderThanMs = 0) =>
        (await store.recordings.deletion.unfinished(10, olderThanMs)).map(({ protocol }) => protocol);

    test('is listed until it is done, the oldest decision first', async () => {
        const { id } = await tellStored('1');
        await tellStored('2', { endedMsAgo: 5_000 });
        await decide();
        await store.recordings.deletion.decideErasure('P-2', byAna);
        expect(await unfinished()).toEqual(['P-1', 'P-2']);
        expect(await store.recordings.deletion.done(id)).toBe(true);
        expect(await unfinished()).toEqual(['P-2']);
        expect(await store.recordings.deletion.done(id)).toBe(false);
    });

    test('is left to whoever decided it just now', async () => {
        await tellStored('1');
        await decide();
        expect(await unfinished(60_000)).toEqual([]);
        await queryDatabase(address, `UPDATE recordings SET deletion_at = deletion_at - interval '1 min'`);
        expect(await unfinished(60_000)).toEqual(['P-1']);
    });

    test('leaves behind what was deleted, and nothing by which to hear it', async () => {
        const { id } = await tellStored('1');
        await queryDatabase(address, `UPDATE recordings SET url = 'https://media.vendor.com/secret'`);
        await decide();
        await store.recordings.deletion.done(id);
        expect(await queryDatabase(address, 'SELECT url, peaks, name, sha256, bytes FROM recordings')).toEqual([
            { url: null, peaks: null, name: 'audio-1', sha256: 'ab'.repeat(32), bytes: '5000000000' }
        ]);
        expect(await recordingsOf(store, '1')).toMatchObject([{ deletion: { kind: 'retention' } }]);
    });

    test('is not told to be done before it was decided', async () => {
        const { id } = await tellStored('1');
        expect(await store.recordings.deletion.done(id)).toBe(false);
        expect(await recordingsOf(store, '1')).toMatchObject([{ deletion: null, copy: { peaks: [0, 50, 100] } }]);
    });
});
