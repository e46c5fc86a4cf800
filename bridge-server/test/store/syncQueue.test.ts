import type { CallChange } from '../../src/store/changeFeed.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { event, inbound, legEvent } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let address: DatabaseAddress;
let store: Store;
const LEASE_MS = 60_000;
const SETTLE_MS = 40_000;
const nobody = {
    contactId: null,
    contactName: null,
    contactPhone: null,
    accountId: null,
    accountName: null,
    taxId: null
};

beforeEach(async () => {
    address = await createTestDatabase();
    store = await openTestStore(address);
    await store.recordEvent(event('callArrived', 0, inbound));
});
afterEach(() => store.close());

const ring = () => store.recordEvent(legEvent('legOffered', 1, '1001'));
const claimOne = async (from: Store = store) => {
    const [claimed] = await from.sync.claim(10, LEASE_MS, SETTLE_MS);
    if (!claimed) throw new Error('No call is due');
    return claimed;
};

test('a call that only waits in the queue is not due; one that rings is', async () => {
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await ring();
    expect((await claimOne()).attempt).toBe(1);
});

test('a claimed call is nobody else’s', async () => {
    await ring();
    await claimOne();
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
});

test('a finished step is kept and the call is due again only when more is lacking', async () => {
    await ring();
    await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: nobody }, false);
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    const claimed = await claimOne();
    expect(claimed.call.caller).toEqual(nobody);
    await store.sync.complete(claimed, { kind: 'caseOpened', caseId: '500', caseNumber: null }, true);
    expect((await claimOne()).call).toMatchObject({ caseId: '500', caseNumber: null });
});

test('a call that moved while a step was done is looked at again', async () => {
    await ring();
    const claimed = await claimOne();
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    await store.sync.complete(claimed, { kind: 'callerFound', caller: nobody }, false);
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('a passing failure is tried again later, counting the attempts', async () => {
    await ring();
    await store.sync.fail(await claimOne(), 'locked', 0, false);
    expect((await claimOne()).attempt).toBe(2);
});

test('a step that failed for good blocks the call until something new is lacking', async () => {
    await ring();
    await store.sync.fail(await claimOne(), 'refused', null, false);
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('a try of which nothing was heard is remembered until its request must be over', async () => {
    await ring();
    const first = await claimOne();
    expect(first.earlier).toBe('none');
    await store.sync.fail(first, 'no answer', 0, true);
    const again = await claimOne();
    expect(again.earlier).toBe('inFlight');
    await store.sync.fail(again, 'no answer', 0, true);
    const [later] = await store.sync.claim(10, LEASE_MS, 0);
    expect(later?.earlier).toBe('settled');
    await store.sync.fail(later!, 'locked', 0, false);
    expect((await claimOne()).earlier).toBe('none');
});

test('what a dead replica held is freed at once, and its late answer is not taken', async () => {
    await ring();
    const dead = await openTestStore(address);
    const stopFollowing = await dead.followChanges({ onChange: () => undefined, onLost: () => undefined });
    const claimed = await claimOne(dead);
    expect(await store.sync.reap()).toBe(0);
    await stopFollowing();
    expect(await store.sync.reap()).toBe(1);
    const mine = await claimOne();
    await dead.sync.complete(claimed, { kind: 'caseOpened', caseId: 'doubled', caseNumber: null }, false);
    expect((await store.calls.callById(mine.call.id))?.caseId).toBeNull();
    await dead.close();
});

test('changes are told to every replica', async () => {
    const other = await openTestStore(address);
    const heard = Promise.withResolvers<CallChange>();
    const stopFollowing = await other.followChanges({
        onChange: (change) => change.changeId > 1 && heard.resolve(change),
        onLost: () => undefined
    });
    const outcome = await ring();
    const change = await heard.promise;
    await stopFollowing();
    await other.close();
    expect(outcome).toMatchObject({ kind: 'stored', stored: { changeId: change.changeId } });
    expect(change.callId).toBe('test:1');
});
