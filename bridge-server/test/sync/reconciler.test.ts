import pino from 'pino';
import type { Call } from '../../src/calls/call.ts';
import { DEFAULT_RULES } from '../../src/calls/plan.ts';
import type { ClaimedCall, FailedTry, StepResult } from '../../src/calls/syncStep.ts';
import { SalesforceError } from '../../src/salesforce/salesforceError.ts';
import { createReconciler } from '../../src/sync/reconciler.ts';
import { retryDelayMs } from '../../src/sync/retryDelay.ts';
import type { SalesforcePort } from '../../src/sync/salesforcePort.ts';
import type { SyncQueuePort } from '../../src/sync/syncQueuePort.ts';
import { event, inbound, legEvent, NOBODY, OPENED, play } from '../calls/story.ts';
import { eventually } from '../support/eventually.ts';

const ANSWERED = [
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001')
];
const answered = play(...ANSWERED);
const claimOf = (call: Call): ClaimedCall => ({
    call,
    attempt: 1,
    version: 1,
    lease: 'lease',
    doubt: null,
    skipped: []
});

type Outcome = { kind: 'complete'; result: StepResult; moreLacking: boolean } | { kind: 'fail'; failure: FailedTry };

/** A queue in memory that hands these calls out, and tells what came of each. */
function queueOf(calls: ClaimedCall[], onOutcome: (outcome: Outcome, claimed: ClaimedCall) => unknown) {
    const queue: SyncQueuePort = {
        claim: async (limit) => calls.splice(0, limit),
        complete: async (claimed, result, _doubt, moreLacking) =>
            void (await onOutcome({ kind: 'complete', result, moreLacking }, claimed)),
        fail: async (claimed, failure) => void (await onOutcome({ kind: 'fail', failure }, claimed)),
        reap: async () => 0
    };
    return queue;
}

const reconcilerOf = (queue: SyncQueuePort, salesforce: Partial<SalesforcePort>, rules = DEFAULT_RULES) =>
    createReconciler({
        queue,
        salesforce: salesforce as SalesforcePort,
        rules,
        log: pino({ level: 'silent' }),
        random: () => 1
    });

/** Runs one claimed call through the loop, and tells how it ended. */
async function reconcile(call: Call, salesforce: Partial<SalesforcePort>, rules = DEFAULT_RULES): Promise<Outcome> {
    const outcome = Promise.withResolvers<Outcome>();
    const reconciler = reconcilerOf(queueOf([claimOf(call)], outcome.resolve), salesforce, rules);
    reconciler.start();
    const ended = await outcome.promise;
    await reconciler.stop();
    return ended;
}

test('does the first step that is lacking, and says that more is lacking', async () => {
    expect(await reconcile(answered, { findCaller: async () => NOBODY })).toEqual({
        kind: 'complete',
        result: { kind: 'callerFound', caller: NOBODY },
        moreLacking: true
    });
});

test('a call that lacks nothing is done with', async () => {
    const done = { ...answered, caller: NOBODY, case: OPENED };
    expect(await reconcile(done, {})).toEqual({
        kind: 'complete',
        result: { kind: 'nothingLacking' },
        moreLacking: false
    });
});

const refused: FailedTry = {
    step: 'findCaller',
    code: null,
    reason: null,
    doubt: null,
    whoUnknown: false,
    retryInMs: 500,
    countsAsAttempt: true,
    skips: false
};

test.each<[string, Error, Partial<FailedTry>]>([
    ['a locked row is tried again soon', new SalesforceError('UNABLE_TO_LOCK_ROW', 'locked'), {}],
    [
        'a throttled request uses no attempt up',
        new SalesforceError('ERROR_HTTP_429', 'slow'),
        { retryInMs: 750, countsAsAttempt: false }
    ],
    ['an error of unknown making is tried again', new TypeError('not a function'), {}],
    [
        'without a lookup that is refused for good the call goes on',
        new SalesforceError('INVALID_FIELD', 'No such'),
        { retryInMs: 0, skips: true }
    ]
])('%s', async (_name, error, expected) => {
    const code = error instanceof SalesforceError ? error.code : null;
    expect(await reconcile(answered, { findCaller: () => Promise.reject(error) })).toEqual({
        kind: 'fail',
        failure: { ...refused, code, reason: error.message, ...expected }
    });
});

test('without a Case that is refused for good there is no Task either, and the call is listed', async () => {
    const over = { ...play(...ANSWERED, event('callEnded', 9)), caller: NOBODY };
    const error = new SalesforceError('REQUIRED_FIELD_MISSING', 'Reason__c');
    expect(await reconcile(over, { openCase: () => Promise.reject(error) })).toMatchObject({
        failure: { step: 'openCase test:1001', retryInMs: null, skips: false }
    });
});

test('only of records is remembered that nobody knows whether they were written', async () => {
    const lost = new SalesforceError('NO_ANSWER', 'cut');
    expect(await reconcile(answered, { findCaller: () => Promise.reject(lost) })).toMatchObject({
        failure: { doubt: null, countsAsAttempt: false }
    });
    const known = { ...answered, caller: NOBODY };
    expect(await reconcile(known, { openCase: () => Promise.reject(lost) })).toMatchObject({
        failure: { doubt: 'openCase' }
    });
    const over = { ...play(...ANSWERED, event('callEnded', 9)), caller: NOBODY, case: OPENED };
    expect(await reconcile(over, { saveTask: () => Promise.reject(lost) })).toMatchObject({
        failure: { doubt: 'saveTask test:1001' }
    });
});

test('a call is said to be missed only once no answer can come late', async () => {
    const justEnded = { ...play(...ANSWERED.slice(0, 2), event('callEnded', 9)), caller: NOBODY };
    const endedAt = new Date(Date.now() - 1_000).toISOString();
    const outcome = await reconcile(
        { ...justEnded, endedAt },
        {},
        { ...DEFAULT_RULES, taskFor: { missed: true, abandoned: true } }
    );
    expect(outcome).toMatchObject({ kind: 'fail', failure: { step: null, countsAsAttempt: false } });
    const waitMs = outcome.kind === 'fail' ? outcome.failure.retryInMs : null;
    expect(waitMs).toBeGreaterThan(10_000);
});

test('while Salesforce is away the others are left alone, and when it is back all are done', async () => {
    const due = Array.from({ length: 5 }, () => claimOf(answered));
    const waiting = Array.from({ length: 20 }, () => claimOf(answered));
    const allDone = Promise.withResolvers<unknown>();
    let isAway = true;
    let tries = 0;
    let completed = 0;
    const queue = queueOf(due, (outcome, claimed) => {
        if (outcome.kind === 'fail') due.push(claimed);
        else if (++completed === 25) allDone.resolve(null);
    });
    const reconciler = reconcilerOf(queue, {
        async findCaller() {
            tries++;
            if (isAway) throw new SalesforceError('SERVER_UNAVAILABLE', 'maintenance');
            return NOBODY;
        }
    });
    reconciler.start();
    await eventually(
        async () => tries,
        (seen) => seen === 5
    );
    due.push(...waiting);
    for (let kick = 0; kick < 50; kick++) reconciler.kick();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tries).toBe(5);
    isAway = false;
    await allDone.promise;
    await reconciler.stop();
    expect(tries).toBe(5 + 25);
});

test('what came of a step is kept although the database is away for a moment', async () => {
    const stored = Promise.withResolvers<Outcome>();
    let failures = 1;
    const queue = queueOf([claimOf(answered)], (outcome) => {
        if (failures-- > 0) throw new Error('the database is away');
        stored.resolve(outcome);
    });
    const reconciler = reconcilerOf(queue, { findCaller: async () => NOBODY });
    reconciler.start();
    expect(await stored.promise).toMatchObject({ result: { kind: 'callerFound', caller: NOBODY } });
    await reconciler.stop();
});

test('the delay doubles, is jittered, and has an end', () => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(attempt, () => 1))).toEqual([500, 1_000, 2_000]);
    expect(retryDelayMs(1, () => 0)).toBe(250);
    expect(retryDelayMs(50, () => 1)).toBe(300_000);
});
