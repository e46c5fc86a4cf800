import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { CALL_ID, event, inbound, legEvent, second } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let address: DatabaseAddress;
let store: Store;

beforeEach(async () => {
    address = await createTestDatabase();
    store = await openTestStore(address);
});
afterEach(() => store.close());

const story = [
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001'),
    legEvent('legHeld', 10, '1001'),
    legEvent('legResumed', 12, '1001'),
    event('recordingReady', 59, { name: 'audio', format: 'wav' }),
    legEvent('legEnded', 60, '1001'),
    event('callEnded', 60)
];

const recordAll = async (into: Store, events = story) => {
    for (const each of events) await into.recordEvent(each);
};

test('stores what the events say', async () => {
    await recordAll(store);
    expect(await store.calls.callById(CALL_ID)).toMatchObject({
        number: '5511987654321',
        protocol: '20261123000001',
        endedAt: second(60),
        recording: { name: 'audio', format: 'wav' },
        legs: [{ agent: '1001', state: 'ended', answeredAt: second(5), endedAt: second(60), heldMs: 2_000 }]
    });
});

test('an event told again is a duplicate and changes nothing', async () => {
    await recordAll(store);
    const before = await store.calls.callById(CALL_ID);
    for (const each of story) expect(await store.recordEvent(each)).toEqual({ kind: 'duplicate' });
    expect(await store.calls.callById(CALL_ID)).toEqual(before);
});

test('replicas that tell the same events at the same time store each once', async () => {
    const other = await openTestStore(address);
    const outcomes = await Promise.all(
        story.flatMap((each) => [store.recordEvent(each), other.recordEvent(each), store.recordEvent(each)])
    );
    expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(story.length);
    expect((await store.calls.callById(CALL_ID))?.legs).toHaveLength(1);
    await other.close();
});

test('another process goes on where the first one stopped', async () => {
    await recordAll(store, story.slice(0, 3));
    const other = await openTestStore(address);
    await recordAll(other, story.slice(3));
    expect(await other.calls.callById(CALL_ID)).toMatchObject({ endedAt: second(60), legs: [{ heldMs: 2_000 }] });
    await other.close();
});

test('issues a protocol to every call, none twice, also when calls arrive together', async () => {
    const calls = Array.from({ length: 30 }, (_, index) => ({
        ...event('callArrived', 0),
        callId: `test:${index}`,
        key: `arrived ${index}`
    }));
    const outcomes = await Promise.all(calls.map((each) => store.recordEvent(each)));
    const protocols = outcomes.map((outcome) => outcome.kind === 'stored' && outcome.stored.call.protocol);
    expect(new Set(protocols).size).toBe(30);
    expect(protocols.every((protocol) => /^20261123\d{6}$/.test(String(protocol)))).toBe(true);
});

test('keeps the protocol that the telephony side issued', async () => {
    await store.recordEvent(event('callArrived', 0, { facts: { protocol: 'ABC-1' } }));
    expect((await store.calls.callByProtocol('ABC-1'))?.id).toBe(CALL_ID);
});

test('a protocol that the telephony side gives to a second call is replaced by one of ours', async () => {
    await store.recordEvent(event('callArrived', 0, { facts: { protocol: 'ABC-1' } }));
    await store.recordEvent({ ...event('callArrived', 1, { facts: { protocol: 'ABC-1' } }), callId: 'test:2' });
    expect((await store.calls.callById('test:2'))?.protocol).toBe('20261123000001');
});

test('a protocol of ours that the telephony side took already is skipped', async () => {
    await store.recordEvent(event('callArrived', 0, { facts: { protocol: '20261123000001' } }));
    await store.recordEvent({ ...event('callArrived', 1), callId: 'test:2' });
    expect((await store.calls.callById('test:2'))?.protocol).toBe('20261123000002');
});

test('legs of two calls may have one name', async () => {
    await recordAll(store);
    await store.recordEvent({ ...legEvent('legOffered', 1, '1001'), callId: 'test:2', key: 'other call' });
    expect((await store.calls.callById(CALL_ID))?.legs).toMatchObject([{ state: 'ended' }]);
    expect((await store.calls.callById('test:2'))?.legs).toMatchObject([{ state: 'ringing' }]);
});

test('strange text is stored as it came', async () => {
    const callerName = `'; DROP TABLE calls; -- "\\ 😀 {}`;
    await store.recordEvent(event('callArrived', 0, { facts: { callerName } }));
    expect((await store.calls.callById(CALL_ID))?.callerName).toBe(callerName);
});

test('finds the calls of an agent: live, of a day, changed since', async () => {
    await recordAll(store, story.slice(0, 3));
    expect(await store.calls.liveCallsOf('1001')).toHaveLength(1);
    expect(await store.calls.liveCallsOf('1002')).toHaveLength(0);
    await recordAll(store, story.slice(3));
    expect(await store.calls.liveCallsOf('1001')).toHaveLength(0);
    expect(await store.calls.historyOf('1001', second(0), second(61))).toHaveLength(1);
    expect(await store.calls.historyOf('1001', second(61), second(99))).toHaveLength(0);
    const [changed] = await store.calls.changedCallsOf('1001', 0);
    expect(changed?.call.id).toBe(CALL_ID);
    expect(await store.calls.changedCallsOf('1001', changed?.changeId ?? 0)).toEqual([]);
});
