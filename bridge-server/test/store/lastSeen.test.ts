import { openDatabase, type Database } from '../../src/store/database.ts';
import { noteKnownUntil, readLastSeen } from '../../src/store/lastSeen.ts';
import type { Store } from '../../src/store/openStore.ts';
import { event, inbound, legEvent, second } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let store: Store;
let database: Database;
beforeEach(async () => {
    const address = await createTestDatabase();
    store = await openTestStore(address);
    database = openDatabase(address, 2);
});
afterEach(async () => {
    await store.close();
    await database.end();
});

async function tell(callId: string, from: number, to: number | null): Promise<void> {
    const events = [event('callArrived', from, inbound), legEvent('legOffered', from + 1, '1001')];
    if (to !== null) events.push(event('callEnded', to));
    for (const each of events) await store.recordEvent({ ...each, callId, key: `${callId}|${each.key}` });
}

test('nothing is seen where nothing is stored', async () => {
    await tell('other:1', 0, 5);
    expect(await readLastSeen(database, 'test')).toBeNull();
});

test('the last event is that of this side, whichever call it is of', async () => {
    await tell('test:1', 0, 50);
    await tell('test:2', 10, 20);
    await tell('other:1', 60, 70);
    expect(await readLastSeen(database, 'test')).toEqual({ knownUntil: second(50), oldestOpenAt: null });
});

test('the oldest call that is not over is told too', async () => {
    await tell('test:1', 0, 50);
    await tell('test:2', 10, null);
    await tell('test:3', 20, null);
    expect(await readLastSeen(database, 'test')).toEqual({ knownUntil: second(50), oldestOpenAt: second(10) });
});

test('what was noted counts, whatever single events were stored later, and is not taken back', async () => {
    await noteKnownUntil(database, 'test', second(30));
    expect(await readLastSeen(database, 'test')).toEqual({ knownUntil: second(30), oldestOpenAt: null });
    await tell('test:1', 0, 50);
    await noteKnownUntil(database, 'test', second(20));
    await noteKnownUntil(database, 'other', second(70));
    expect(await readLastSeen(database, 'test')).toEqual({ knownUntil: second(30), oldestOpenAt: null });
});
