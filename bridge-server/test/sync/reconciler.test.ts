import pino from 'pino';
import type { ClaimedCall } from '../../src/calls/syncStep.ts';
import { SalesforceError } from '../../src/salesforce/salesforceError.ts';
import { backOffMs } from '../../src/sync/backOff.ts';
import { createReconciler, type SyncQueuePort } from '../../src/sync/reconciler.ts';
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
    const claims = [{ call, attempt: 1, version: 1 }];
    const queue: SyncQueuePort = {
        claim: async () => claims.splice(0),
        complete: async (_claimed, result, more) => outcome.resolve(['complete', result, more]),
        fail: async (_claimed, reason, retryInMs) => outcome.resolve(['fail', reason, retryInMs]),
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
    ['a locked row is tried again soon', new SalesforceError('UNABLE_TO_LOCK_ROW', 'locked'), 500],
    ['an outage is tried again soon', new SalesforceError('NO_ANSWER', 'fetch failed'), 500],
    ['an error of unknown making is tried again', new TypeError('undefined is not a function'), 500],
    ['what Salesforce refuses for good is not', new SalesforceError('INVALID_FIELD', 'No such column'), null]
])('%s', async (_name, error, retryInMs) => {
    const findCaller = () => Promise.reject(error);
    expect(await reconcile(answered, { findCaller })).toEqual(['fail', error.message, retryInMs]);
});

test('the back-off doubles, is jittered, and never grows past five minutes', () => {
    expect([1, 2, 3].map((attempt) => backOffMs(attempt, () => 1))).toEqual([500, 1_000, 2_000]);
    expect(backOffMs(1, () => 0)).toBe(250);
    expect(backOffMs(50, () => 1)).toBe(300_000);
});
