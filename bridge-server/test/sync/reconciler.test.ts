import pino from 'pino';
import type { ClaimedCall } from '../../src/calls/syncStep.ts';
import { SalesforceError } from '../../src/salesforce/salesforceError.ts';
import { createReconciler, type SyncQueuePort } from '../../src/sync/reconciler.ts';
import { retryDelayMs } from '../../src/sync/retryDelay.ts';
import type { SalesforcePort } from '../../src/sync/salesforcePort.ts';
import { event, inbound, legEvent, play } from '../calls/story.ts';

const answered = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001')
);
const nobody = {
    contactId: null,
    contactName: null,
    contactPhone: null,
    accountId: null,
    accountName: null,
    taxId: null
};

/** Runs one claimed call through the loop, and tells how it ended. */
async function reconcile(call: ClaimedCall['call'], salesforce: Partial<SalesforcePort>) {
    const outcome = Promise.withResolvers<unknown[]>();
    const claims = [{ call, attempt: 1, version: 1, earlier: 'none' as const }];
    const queue: SyncQueuePort = {
        claim: async () => claims.splice(0),
        complete: async (_claimed, result, more) => outcome.resolve(['complete', result, more]),
        fail: async (_claimed, reason, retryInMs, mayHaveHappened) =>
            outcome.resolve(['fail', reason, retryInMs, mayHaveHappened]),
        reap: async () => 0
    };
    const reconciler = createReconciler({
        queue,
        salesforce: salesforce as SalesforcePort,
        log: pino({ level: 'silent' }),
        random: () => 1
    });
    reconciler.kick();
    const ended = await outcome.promise;
    await reconciler.stop();
    return ended;
}

test('does the first step that is lacking, and says that more is lacking', async () => {
    expect(await reconcile(answered, { findCaller: async () => nobody })).toEqual([
        'complete',
        { kind: 'callerFound', caller: nobody },
        true
    ]);
});

test('a call that lacks nothing is done with', async () => {
    const done = { ...answered, caller: nobody, caseId: '500', caseNumber: '1' };
    expect(await reconcile(done, {})).toEqual(['complete', { kind: 'nothingLacking' }, false]);
});

test.each([
    ['a locked row is tried again soon', new SalesforceError('UNABLE_TO_LOCK_ROW', 'locked'), 500, false],
    ['a lost answer is tried again soon, with care', new SalesforceError('NO_ANSWER', 'fetch failed'), 500, true],
    ['a throttled request is tried again', new SalesforceError('ERROR_HTTP_429', 'slow down'), 500, false],
    ['an error of unknown making is tried again, with care', new TypeError('undefined is not a function'), 500, true],
    ['what Salesforce refuses for good is not', new SalesforceError('INVALID_FIELD', 'No such column'), null, false]
])('%s', async (_name, error, retryInMs, mayHaveHappened) => {
    const findCaller = () => Promise.reject(error);
    expect(await reconcile(answered, { findCaller })).toEqual(['fail', error.message, retryInMs, mayHaveHappened]);
});

test('what came of a step is kept although the database is away for a moment', async () => {
    const stored = Promise.withResolvers<unknown>();
    const claims: ClaimedCall[] = [{ call: answered, attempt: 1, version: 1, earlier: 'none' }];
    let failures = 1;
    const queue: SyncQueuePort = {
        claim: async () => claims.splice(0),
        complete: async (_claimed, result) => {
            if (failures-- > 0) throw new Error('the database is away');
            stored.resolve(result);
        },
        fail: async () => stored.resolve('failed'),
        reap: async () => 0
    };
    const salesforce = { findCaller: async () => nobody } as unknown as SalesforcePort;
    const reconciler = createReconciler({ queue, salesforce, log: pino({ level: 'silent' }) });
    reconciler.kick();
    expect(await stored.promise).toEqual({ kind: 'callerFound', caller: nobody });
    await reconciler.stop();
});

test('the delay doubles, is jittered, and has an end: sooner when the whole org is away', () => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(attempt, 'passing', () => 1))).toEqual([500, 1_000, 2_000]);
    expect(retryDelayMs(1, 'passing', () => 0)).toBe(250);
    expect(retryDelayMs(50, 'passing', () => 1)).toBe(300_000);
    expect(retryDelayMs(50, 'unavailable', () => 1)).toBe(5_000);
});
