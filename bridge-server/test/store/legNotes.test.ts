import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { CALL_ID, event, inbound, legEvent, second } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let address: DatabaseAddress;
let store: Store;
beforeEach(async () => {
    address = await createTestDatabase();
    store = await openTestStore(address);
    await store.recordEvent(event('callArrived', 0, inbound));
    await store.recordEvent(legEvent('legOffered', 1, '1001'));
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
});
afterEach(() => store.close());

const note = { reason: 'Dúvida', text: 'Pediu segunda via', at: second(9) };
const leg = async () => (await store.calls.callById(CALL_ID))?.legs[0];

test('a note is kept beside what the telephony side goes on telling', async () => {
    await store.writeNote(CALL_ID, 'test:1001', note);
    await store.recordEvent(legEvent('legMuted', 10, '1001'));
    await store.recordEvent(legEvent('consultStarted', 11, '1001'));
    expect(await leg()).toMatchObject({
        note,
        muted: true,
        consult: { to: { kind: 'agent', extension: '1002' }, state: 'ringing', since: second(11) }
    });
    const outcome = await store.recordEvent(legEvent('legEnded', 20, '1001'));
    expect(outcome).toMatchObject({ stored: { call: { legs: [{ note, muted: false, consult: null }] } } });
});

test('everybody who listens is told, once for each change', async () => {
    const told: string[] = [];
    const stop = await store.followChanges({
        onChange: ({ callId }) => told.push(callId),
        onPresence: () => undefined,
        onLost: () => undefined
    });
    const before = told.length;
    await store.writeNote(CALL_ID, 'test:1001', note);
    await store.writeNote(CALL_ID, 'test:1001', note);
    await store.writeNote(CALL_ID, 'test:1001', null);
    await store.recordEvent(event('recordingStarted', 12));
    await stop();
    expect(told.length - before).toBe(3);
    expect((await leg())?.note).toBeNull();
});

test('who writes and what the telephony side tells do not wait for each other in a ring', async () => {
    const rounds = 300;
    for (let round = 0; round < rounds; round++)
        await Promise.all([
            store.recordEvent(legEvent(round % 2 === 0 ? 'legMuted' : 'legUnmuted', 10 + round, '1001')),
            store.writeNote(CALL_ID, 'test:1001', { ...note, text: `Nota ${round}` })
        ]);
    expect((await leg())?.note?.text).toBe(`Nota ${rounds - 1}`);
});

describe('Salesforce is asked for a note', () => {
    const claim = () => store.sync.claim(10, 60_000, 60_000);
    const saved = { kind: 'taskSaved', legId: 'test:1001', taskId: '00T', note: null } as const;

    test('only when there is a Task that it goes into', async () => {
        const [due] = await claim();
        await store.sync.complete(due!, { kind: 'nothingLacking' }, null, false);
        await store.writeNote(CALL_ID, 'test:1001', note);
        expect(await claim()).toEqual([]);
        await store.recordEvent(legEvent('legEnded', 20, '1001'));
        await store.sync.complete((await claim())[0]!, saved, null, false);
        expect(await claim()).toEqual([]);
        await store.writeNote(CALL_ID, 'test:1001', { ...note, text: 'Recebeu' });
        expect(await claim()).toHaveLength(1);
    });

    test('also when it is written while the Task is saved', async () => {
        await store.recordEvent(legEvent('legEnded', 20, '1001'));
        const [due] = await claim();
        await store.writeNote(CALL_ID, 'test:1001', note);
        await store.sync.complete(due!, saved, null, false);
        expect((await claim())[0]?.call.legs).toMatchObject([{ taskId: '00T', note, taskNote: null }]);
    });
});
