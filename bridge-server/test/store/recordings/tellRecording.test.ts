import type { CallEvent } from '../../../src/contract/callEvent.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
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

const keptSince = async () =>
    (await queryDatabase<{ kept_since: Date }>(address, 'SELECT kept_since FROM recordings')).map(({ kept_since }) =>
        kept_since.toISOString()
    );

test('a recording that is told is kept with its call, and waits to be copied', async () => {
    await tellCall(store, '1', { names: [] });
    const url = 'https://media.vendor.com/1.wav';
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'audio', format: 'wav', url }));
    expect(await store.recordings.ofProtocol('p-1')).toMatchObject({
        call: { id: 'test:1', protocol: 'P-1' },
        recordings: [
            { callId: 'test:1', part: 1, name: 'audio', format: 'wav', url, copy: null, failure: null, deletion: null }
        ],
        hold: null
    });
});

test('a second name is a second part, and the call keeps the first', async () => {
    await tellCall(store, '1', { names: ['a', 'b'] });
    expect(await recordingsOf(store, '1')).toMatchObject([
        { part: 1, name: 'a-1', url: null },
        { part: 2, name: 'b-1', url: null }
    ]);
    expect((await store.calls.callById('test:1'))?.recording).toMatchObject({ name: 'a-1' });
});

test('what is told again adds nothing, neither as the same event nor as another one', async () => {
    const { endedAt } = await tellCall(store, '1');
    const again = eventOf('1', 'recordingReady', endedAt, { name: 'audio-1', format: 'wav' });
    expect(await store.recordEvent(again)).toEqual({ kind: 'duplicate' });
    expect((await store.recordEvent({ ...again, key: 'another key' })).kind).toBe('stored');
    expect(await recordingsOf(store, '1')).toHaveLength(1);
    await store.recordEvent({ ...again, key: 'another format', format: 'mp3' } as typeof again);
    expect(await recordingsOf(store, '1')).toMatchObject([{ format: 'wav' }, { part: 2, format: 'mp3' }]);
});

test('what is told again with another address is fetched there, also when it had failed', async () => {
    const { endedAt } = await tellCall(store, '1', { names: [] });
    const told = (url: string) =>
        store.recordEvent({
            ...eventOf('1', 'recordingReady', endedAt, { name: 'audio', format: 'wav', url }),
            key: url
        } as CallEvent);
    await told('https://media.vendor.com/over');
    const claimed = await claimOne(store);
    await told('https://media.vendor.com/new');
    // whoever still tries the first address has lost the claim
    await store.recordings.queue.fail(claimed, { ...absent, retryInMs: null });
    const again = await claimOne(store);
    expect(again).toMatchObject({ url: 'https://media.vendor.com/new', attempt: 1, part: 1 });
    await store.recordings.queue.fail(again, { ...absent, retryInMs: null });
    await told('https://media.vendor.com/newest');
    const newest = await claimOne(store);
    await store.recordings.queue.complete(newest, copyOf(newest));
    await told('https://media.vendor.com/too-late');
    expect(await recordingsOf(store, '1')).toMatchObject([
        { url: 'https://media.vendor.com/newest', copy: { source: 'folder' } }
    ]);
});

test('a clock that is ahead does not have it kept for longer', async () => {
    await tellCall(store, '1', { endedMsAgo: -365 * DAY_MS });
    const [since] = await keptSince();
    expect(since! <= ago(0)).toBe(true);
});

test('an end of more than a week before it was told is not believed, whichever of the two is told first', async () => {
    const before = ago(0);
    await tellCall(store, '1', { endedMsAgo: Date.now() - DAY_MS });
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    const since = await keptSince();
    expect(since).toHaveLength(2);
    for (const each of since) expect(each >= before && each <= ago(0)).toBe(true);
});

test('an end of less than a week before it was told counts', async () => {
    const { endedAt } = await tellCall(store, '1', { endedMsAgo: 6.9 * DAY_MS });
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    expect(await keptSince()).toEqual([endedAt, endedAt]);
});

test('replicas that tell of a call’s recordings at the same time number them without gaps', async () => {
    await tellCall(store, '1', { names: [] });
    const other = await openTestStore(address);
    const told = Array.from({ length: 12 }, (_, index) =>
        eventOf('1', 'recordingReady', ago(0), { name: `audio-${index}`, format: 'wav' })
    );
    await Promise.all(told.map((each, index) => (index % 2 ? store : other).recordEvent(each)));
    await other.close();
    const parts = (await recordingsOf(store, '1')).map(({ part }) => part);
    expect(parts).toEqual(told.map((_, index) => index + 1));
});

test('a recording may be the first that is heard of a call', async () => {
    await store.recordEvent(eventOf('9', 'recordingReady', ago(0), { name: 'audio', format: 'wav' }));
    expect((await store.recordings.list({ limit: 10 })).recordings).toMatchObject([
        { callId: 'test:9', endedAt: null }
    ]);
});

test('its time is counted from the end of the call, whichever of the two is told first', async () => {
    const { endedAt } = await tellCall(store, '1');
    expect(await keptSince()).toEqual([endedAt]);
    await store.recordEvent(eventOf('1', 'recordingReady', ago(0), { name: 'later', format: 'wav' }));
    expect(await keptSince()).toEqual([endedAt, endedAt]);
});

test('as long as no end is known its time is counted from when it was told', async () => {
    const before = ago(0);
    await tellCall(store, '1', { endedMsAgo: null });
    const [since] = await keptSince();
    expect(since! >= before && since! <= ago(0)).toBe(true);
});

test('whether a recording was ever paused is remembered', async () => {
    await store.recordEvent(eventOf('1', 'recordingStarted', ago(50)));
    await store.recordEvent(eventOf('1', 'recordingPaused', ago(40)));
    await store.recordEvent(eventOf('1', 'recordingResumed', ago(30)));
    expect(await store.calls.callById('test:1')).toMatchObject({
        recordingWasPaused: true,
        recording: { paused: false }
    });
});

test('of a protocol that nobody has there is nothing', async () => {
    expect(await store.recordings.ofProtocol('P-1')).toBeNull();
});
