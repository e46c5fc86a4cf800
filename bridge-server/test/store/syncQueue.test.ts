import { applyStepResult } from '../../src/calls/applyStepResult.ts';
import type { Caller } from '../../src/calls/call.ts';
import type { StepResult } from '../../src/calls/syncStep.ts';
import type { CallChange } from '../../src/store/changeFeed.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { candidate, event, inbound, legEvent, NOBODY, OPENED, second } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let address: DatabaseAddress;
let store: Store;
const LEASE_MS = 60_000;
const SETTLE_MS = 40_000;
const failure = {
    step: 'findCaller',
    code: 'UNABLE_TO_LOCK_ROW',
    reason: 'locked',
    written: 'nothing',
    retryInMs: 0,
    countsAsAttempt: true
} as const;

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
    await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: NOBODY }, false);
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    const claimed = await claimOne();
    expect(claimed.call.caller).toEqual(NOBODY);
    await store.sync.complete(claimed, { kind: 'caseOpened', opened: OPENED }, true);
    expect((await claimOne()).call).toMatchObject({ case: OPENED });
});

test('a call that moved while a step was done is looked at again', async () => {
    await ring();
    const claimed = await claimOne();
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    await store.sync.complete(claimed, { kind: 'callerFound', caller: NOBODY }, false);
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('every kind of result is kept', async () => {
    await ring();
    const results: StepResult[] = [
        { kind: 'callerFound', caller: { who: candidate('003A'), reason: 'onlyContact', others: [] } },
        { kind: 'caseOpened', opened: { ...OPENED, who: '003A' } },
        { kind: 'ownerChanged', legId: 'test:1002' },
        { kind: 'callerChanged', who: null },
        { kind: 'taskSaved', legId: 'test:1001', taskId: '00T1' },
        { kind: 'unansweredTaskSaved', taskId: '00T2' }
    ];
    let claimed = await claimOne();
    for (const result of results) {
        const expected = applyStepResult(claimed.call, result);
        await store.sync.complete(claimed, result, true);
        claimed = await claimOne();
        expect(claimed.call).toEqual(expected);
    }
});

test('an outcome that PostgreSQL refuses does not take the others of its moment with it', async () => {
    await ring();
    await store.recordEvent({ ...event('callArrived', 0, inbound), callId: 'test:2', key: 'second' });
    await store.recordEvent({ ...legEvent('legOffered', 1, '1002'), callId: 'test:2', key: 'second offered' });
    const [first, second] = await store.sync.claim(10, LEASE_MS, SETTLE_MS);
    const impossible = { who: candidate('003\u0000'), reason: 'onlyContact', others: [] } as const;
    const outcomes = await Promise.allSettled([
        store.sync.complete(first!, { kind: 'callerFound', caller: { ...impossible, others: [] } }, false),
        store.sync.complete(second!, { kind: 'callerFound', caller: NOBODY }, false)
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await store.calls.callById(second!.call.id))?.caller).toEqual(NOBODY);
});

test('a passing failure is tried again later, counting the attempts', async () => {
    await ring();
    await store.sync.fail(await claimOne(), failure);
    expect((await claimOne()).attempt).toBe(2);
});

test('an outage uses no attempts up', async () => {
    await ring();
    await store.sync.fail(await claimOne(), { ...failure, code: 'NO_ANSWER', countsAsAttempt: false });
    expect((await claimOne()).attempt).toBe(1);
});

test('a step that failed for good blocks the call until something new is lacking', async () => {
    await ring();
    await store.sync.fail(await claimOne(), { ...failure, retryInMs: null });
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('a step that failed for good while the call moved is looked at again', async () => {
    await ring();
    const claimed = await claimOne();
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    await store.sync.fail(claimed, { ...failure, retryInMs: null });
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('a try of which nothing was heard is remembered until its request must be over', async () => {
    await ring();
    const first = await claimOne();
    expect(first.earlier).toBe('none');
    await store.sync.fail(first, { ...failure, written: 'unknown' });
    const again = await claimOne();
    expect(again.earlier).toBe('inFlight');
    await store.sync.fail(again, { ...failure, written: 'stillUnknown' });
    const [later] = await store.sync.claim(10, LEASE_MS, 0);
    expect(later?.earlier).toBe('settled');
    await store.sync.fail(later!, failure);
    expect((await claimOne()).earlier).toBe('none');
});

test('what the agent chose is looked at again, and what is chosen from something else is not taken', async () => {
    await ring();
    const found: Caller = { who: candidate('003A'), reason: 'servedLast', others: [candidate('003B')] };
    const claimed = await claimOne();
    await store.sync.complete(claimed, { kind: 'callerFound', caller: found }, false);
    const chosen: Caller = { who: candidate('003B'), reason: 'chosenByAgent', others: [candidate('003A')] };
    expect(await store.chooseCaller(claimed.call.id, NOBODY, chosen)).toBe(false);
    expect(await store.chooseCaller(claimed.call.id, found, chosen)).toBe(true);
    expect((await claimOne()).call.caller).toEqual(chosen);
});

test('whom we served last is known', async () => {
    await ring();
    const who = { who: candidate('003A'), reason: 'onlyContact', others: [] } as const;
    await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: { ...who, others: [] } }, true);
    expect(await store.calls.lastServed(['003A', '003B'])).toEqual(new Map());
    await store.sync.complete(await claimOne(), { kind: 'caseOpened', opened: OPENED }, false);
    expect(await store.calls.lastServed(['003A', '003B'])).toEqual(new Map([['003A', second(0)]]));
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
    await dead.sync.complete(claimed, { kind: 'caseOpened', opened: { ...OPENED, id: 'doubled' } }, false);
    expect((await store.calls.callById(mine.call.id))?.case).toBeNull();
    expect(mine.earlier).toBe('inFlight');
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
