import { applyStepResult } from '../../src/calls/applyStepResult.ts';
import type { Caller } from '../../src/calls/call.ts';
import type { FailedTry, StepResult } from '../../src/calls/syncStep.ts';
import type { CallChange } from '../../src/store/changeFeed.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { candidate, event, inbound, legEvent, NOBODY, OPENED, second } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let address: DatabaseAddress;
let store: Store;
const LEASE_MS = 60_000;
const SETTLE_MS = 40_000;
const failure: FailedTry = {
    step: 'findCaller',
    code: 'UNABLE_TO_LOCK_ROW',
    reason: 'locked',
    doubt: null,
    whoUnknown: false,
    retryInMs: 0,
    countsAsAttempt: true,
    skips: false
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
    await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: NOBODY }, null, false);
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    const claimed = await claimOne();
    expect(claimed.call.caller).toEqual(NOBODY);
    await store.sync.complete(claimed, { kind: 'caseOpened', opened: OPENED }, null, true);
    expect((await claimOne()).call).toMatchObject({ case: OPENED });
});

test('a call that moved while a step was done is looked at again', async () => {
    await ring();
    const claimed = await claimOne();
    await store.recordEvent(legEvent('legAnswered', 5, '1001'));
    await store.sync.complete(claimed, { kind: 'callerFound', caller: NOBODY }, null, false);
    expect((await claimOne()).call.legs[0]?.state).toBe('talking');
});

test('every kind of result is kept', async () => {
    await ring();
    const results: StepResult[] = [
        { kind: 'callerFound', caller: { who: candidate('003A'), reason: 'onlyContact', others: [] } },
        { kind: 'caseOpened', opened: { ...OPENED, who: '003A' } },
        { kind: 'ownerChanged', legId: 'test:1002' },
        { kind: 'callerChanged', who: null },
        { kind: 'taskSaved', legId: 'test:1001', taskId: '00T1', note: null },
        { kind: 'unansweredTaskSaved', taskId: '00T2' }
    ];
    let claimed = await claimOne();
    for (const result of results) {
        const expected = applyStepResult(claimed.call, result);
        await store.sync.complete(claimed, result, null, true);
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
        store.sync.complete(first!, { kind: 'callerFound', caller: { ...impossible, others: [] } }, null, false),
        store.sync.complete(second!, { kind: 'callerFound', caller: NOBODY }, null, false)
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

describe('a doubt about what a try wrote', () => {
    const TASK = 'saveTask test:1001';
    const doubted = (doubt: string): FailedTry => ({ ...failure, step: doubt, doubt });

    test('is remembered until its request must be over, and longer', async () => {
        await ring();
        const first = await claimOne();
        expect(first.doubt).toBeNull();
        await store.sync.fail(first, doubted(TASK));
        expect((await claimOne()).doubt).toEqual({ step: TASK, inFlight: true });
    });

    test('is settled once its request must be over', async () => {
        await ring();
        await store.sync.fail(await claimOne(), doubted(TASK));
        const [later] = await store.sync.claim(10, LEASE_MS, 0);
        expect(later?.doubt).toEqual({ step: TASK, inFlight: false });
    });

    test('is not forgotten when a look is refused', async () => {
        await ring();
        await store.sync.fail(await claimOne(), doubted(TASK));
        await store.sync.fail(await claimOne(), { ...failure, code: 'SERVER_UNAVAILABLE' });
        expect((await claimOne()).doubt).toEqual({ step: TASK, inFlight: true });
    });

    test('is not forgotten when another step is done, and is when its own is', async () => {
        await ring();
        await store.sync.fail(await claimOne(), doubted(TASK));
        await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: NOBODY }, null, true);
        const claimed = await claimOne();
        expect(claimed.doubt?.step).toBe(TASK);
        const saved: StepResult = { kind: 'taskSaved', legId: 'test:1001', taskId: '00T', note: null };
        await store.sync.complete(claimed, saved, TASK, true);
        expect((await claimOne()).doubt).toBeNull();
    });

    test('about another step makes it a doubt about any', async () => {
        await ring();
        await store.sync.fail(await claimOne(), doubted(TASK));
        await store.sync.fail(await claimOne(), doubted('saveTask test:1002'));
        expect((await claimOne()).doubt).toEqual({ step: null, inFlight: true });
    });
});

test('an outcome that is told twice does not end the next claim', async () => {
    await ring();
    const first = await claimOne();
    const complete = () => store.sync.complete(first, { kind: 'callerFound', caller: NOBODY }, null, true);
    await complete();
    const second = await claimOne();
    await complete();
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    await store.sync.complete(second, { kind: 'caseOpened', opened: OPENED }, 'openCase', true);
    expect((await claimOne()).call.case).toEqual(OPENED);
});

test('a step that was refused for good is left out, and the call is listed once nothing else is lacking', async () => {
    await ring();
    await store.sync.fail(await claimOne(), { ...failure, code: 'INVALID_FIELD', skips: true });
    const claimed = await claimOne();
    expect(claimed).toMatchObject({ skipped: ['findCaller'], attempt: 1 });
    await store.sync.complete(claimed, { kind: 'caseOpened', opened: OPENED }, 'openCase', false);
    expect(await store.sync.claim(10, LEASE_MS, SETTLE_MS)).toEqual([]);
    const { calls } = await store.failedCalls.list({ sync: 'failed', limit: 10 });
    expect(calls).toMatchObject([{ callId: claimed.call.id, step: { kind: 'findCaller' }, code: 'INVALID_FIELD' }]);
    await store.failedCalls.retry(claimed.call.id);
    expect((await claimOne()).skipped).toEqual([]);
});

test('nobody knows who stands on the Case when the answer about it was lost', async () => {
    await ring();
    await store.sync.complete(await claimOne(), { kind: 'caseOpened', opened: OPENED }, 'openCase', true);
    await store.sync.fail(await claimOne(), { ...failure, step: 'changeCaller', whoUnknown: true });
    expect((await claimOne()).call.case?.who).toBe('unknown');
});

test('who is on the line is served before whoever is not', async () => {
    const tell = async (callId: string, isOver: boolean) => {
        const about = { callId };
        await store.recordEvent({ ...event('callArrived', 0, inbound), ...about, key: `${callId} arrived` });
        await store.recordEvent({ ...legEvent('legOffered', 1, '1001'), ...about, key: `${callId} offered` });
        await store.recordEvent({ ...legEvent('legAnswered', 2, '1001'), ...about, key: `${callId} answered` });
        if (isOver) await store.recordEvent({ ...event('callEnded', 9), ...about, key: `${callId} ended` });
    };
    await tell('test:old', true);
    await tell('test:older', true);
    await tell('test:live', false);
    const [first] = await store.sync.claim(1, LEASE_MS, SETTLE_MS);
    expect(first?.call.id).toBe('test:live');
});

test('a claim sees a call and its legs at one moment', async () => {
    await ring();
    await store.recordEvent(legEvent('legAnswered', 2, '1001'));
    const other = await openTestStore(address);
    let mismatches = 0;
    for (let round = 0; round < 40; round++) {
        const leg = `${2000 + round}`;
        const [claims] = await Promise.all([
            other.sync.claim(10, LEASE_MS, SETTLE_MS),
            store.recordEvent(legEvent('legOffered', 10 + round, leg))
        ]);
        for (const claimed of claims) {
            if (claimed.version - 3 !== claimed.call.legs.length - 1) mismatches += 1;
            await other.sync.complete(claimed, { kind: 'nothingLacking' }, null, true);
        }
    }
    await other.close();
    expect(mismatches).toBe(0);
});

test('what the agent chose is looked at again, and what is chosen from something else is not taken', async () => {
    await ring();
    const found: Caller = { who: candidate('003A'), reason: 'servedLast', others: [candidate('003B')] };
    const claimed = await claimOne();
    await store.sync.complete(claimed, { kind: 'callerFound', caller: found }, null, false);
    const chosen: Caller = { who: candidate('003B'), reason: 'chosenByAgent', others: [candidate('003A')] };
    expect(await store.chooseCaller(claimed.call.id, NOBODY, chosen)).toBe(false);
    expect(await store.chooseCaller(claimed.call.id, found, chosen)).toBe(true);
    expect((await claimOne()).call.caller).toEqual(chosen);
});

test('whom we served last is known', async () => {
    await ring();
    const who = { who: candidate('003A'), reason: 'onlyContact', others: [] } as const;
    await store.sync.complete(await claimOne(), { kind: 'callerFound', caller: { ...who, others: [] } }, null, true);
    expect(await store.calls.lastServed(['003A', '003B'])).toEqual(new Map());
    await store.sync.complete(await claimOne(), { kind: 'caseOpened', opened: OPENED }, null, false);
    expect(await store.calls.lastServed(['003A', '003B'])).toEqual(new Map([['003A', second(0)]]));
});

test('what a dead replica held is freed at once, and its late answer is not taken', async () => {
    await ring();
    const dead = await openTestStore(address);
    const stopFollowing = await dead.followChanges({
        onChange: () => undefined,
        onPresence: () => undefined,
        onLost: () => undefined
    });
    const claimed = await claimOne(dead);
    expect(await store.sync.reap()).toBe(0);
    await stopFollowing();
    expect(await store.sync.reap()).toBe(1);
    const mine = await claimOne();
    await dead.sync.complete(claimed, { kind: 'caseOpened', opened: { ...OPENED, id: 'doubled' } }, null, false);
    expect((await store.calls.callById(mine.call.id))?.case).toBeNull();
    expect(mine.doubt).toEqual({ step: null, inFlight: true });
    await dead.close();
});

test('changes are told to every replica', async () => {
    const other = await openTestStore(address);
    const heard = Promise.withResolvers<CallChange>();
    const stopFollowing = await other.followChanges({
        onChange: (change) => change.changeId > 1 && heard.resolve(change),
        onPresence: () => undefined,
        onLost: () => undefined
    });
    const outcome = await ring();
    const change = await heard.promise;
    await stopFollowing();
    await other.close();
    expect(outcome).toMatchObject({ kind: 'stored', stored: { changeId: change.changeId } });
    expect(change.callId).toBe('test:1');
});
