import type { AdminCallsQuery } from '../../src/contract/adminApi.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createFailedCalls, type FailedCalls } from '../../src/store/failedCalls.ts';
import { migrate } from '../../src/store/migrate.ts';
import { insertCall, refused } from '../support/callRow.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

let database: Database;
let failedCalls: FailedCalls;

beforeEach(async () => {
    database = openDatabase(await createTestDatabase(), 4);
    await migrate(database);
    failedCalls = createFailedCalls(database);
});
afterEach(() => database.end());

const minute = (minutes: number): string => new Date(Date.UTC(2026, 10, 23, 12, minutes)).toISOString();
const ids = async (query: Partial<AdminCallsQuery>): Promise<string[]> =>
    (await failedCalls.list({ sync: 'failed', limit: 50, ...query })).calls.map(({ callId }) => callId);
const rowOf = async (id: string) =>
    (await database.query('SELECT *, due_at <= now() AS is_due FROM calls WHERE id = $1', [id])).rows[0];

async function readAllPages(limit: number, betweenPages: () => Promise<unknown> = () => Promise.resolve()) {
    const pages: string[][] = [];
    let after: string | undefined;
    do {
        const { calls, next } = await failedCalls.list({ sync: 'failed', limit, ...(after && { after }) });
        pages.push(calls.map(({ callId }) => callId));
        after = next ?? undefined;
        await betweenPages();
    } while (after);
    return pages;
}

describe('listing', () => {
    test.each([1, 2, 3, 4, 5])('pages of %d hold every failed call once, the last failed first', async (limit) => {
        // a batch fails in one moment, and another one within the same millisecond
        for (const id of ['test:a', 'test:b']) await insertCall(database, refused(id, '2026-11-23T12:00:00.000100Z'));
        await insertCall(database, refused('test:c', '2026-11-23T12:00:00.000900Z'));
        await insertCall(database, refused('test:d', minute(1)));
        const pages = await readAllPages(limit);
        expect(pages.flat()).toEqual(['test:d', 'test:c', 'test:b', 'test:a']);
        expect(pages.every((page) => page.length <= limit)).toBe(true);
    });

    test('a call that is retried between two pages makes no other one vanish', async () => {
        for (const number of [1, 2, 3, 4]) await insertCall(database, refused(`test:${number}`, minute(number)));
        const pages = await readAllPages(2, () => failedCalls.retry('test:3'));
        expect(pages).toEqual([
            ['test:4', 'test:3'],
            ['test:2', 'test:1']
        ]);
    });

    test('says what failed, how often, when, and what Salesforce said', async () => {
        const answeredAt = minute(1);
        await insertCall(database, {
            ...refused('test:1', minute(2)),
            answeredAt,
            failedStep: 'saveTask webhook:leg of 1001',
            attempts: 3
        });
        const { calls, next } = await failedCalls.list({ sync: 'failed', limit: 1 });
        expect(next).toBeNull();
        expect(calls).toEqual([
            {
                callId: 'test:1',
                protocol: 'p-1',
                sync: 'failed',
                startedAt: minute(0),
                answeredAt,
                endedAt: null,
                step: { kind: 'saveTask', legId: 'webhook:leg of 1001' },
                attempts: 3,
                failedAt: minute(2),
                nextTryAt: null,
                code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                saidBySalesforce: 'Informe o motivo do contato'
            }
        ]);
    });

    test.each([
        ['STRING_TOO_LONG: Subject: too long', 'STRING_TOO_LONG', 'Subject: too long'],
        ['invalid_grant: no', 'invalid_grant', 'no'],
        ['Something: broke', null, 'Something: broke']
    ])('a failure of before codes were kept, "%s", has the code %s', async (lastError, code, saidBySalesforce) => {
        await insertCall(database, { ...refused('test:1', minute(1)), failedCode: null, lastError });
        expect((await failedCalls.list({ sync: 'failed', limit: 1 })).calls).toMatchObject([
            { code, saidBySalesforce }
        ]);
    });

    test('can be narrowed to a code and a step', async () => {
        await insertCall(database, refused('test:1', minute(1)));
        await insertCall(database, { ...refused('test:2', minute(2)), failedStep: 'saveTask test:2-1001' });
        await insertCall(database, { ...refused('test:3', minute(3)), failedCode: 'STRING_TOO_LONG' });
        expect(await ids({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' })).toEqual(['test:2', 'test:1']);
        expect(await ids({ step: 'saveTask' })).toEqual(['test:2']);
        expect(await ids({ code: 'STRING_TOO_LONG', step: 'saveTask' })).toEqual([]);
    });

    test('waiting calls come longest begun first, with those that are worked on, without the failed', async () => {
        await insertCall(database, refused('test:failed', minute(1)));
        await insertCall(database, { id: 'test:complete' });
        await insertCall(database, { id: 'test:late', startedAt: minute(9), dueAt: minute(10) });
        await insertCall(database, { id: 'test:early', startedAt: minute(3), dueAt: minute(20), leaseOwner: 5 });
        const { calls } = await failedCalls.list({ sync: 'waiting', limit: 50 });
        expect(calls).toMatchObject([
            { callId: 'test:early', sync: 'underWay', nextTryAt: null, step: null, code: null, saidBySalesforce: null },
            { callId: 'test:late', sync: 'waiting', nextTryAt: minute(10) }
        ]);
    });
});

describe('finding', () => {
    test.each(['test:1', 'p-1'])('takes a call by its id or its protocol: %s', async (idOrProtocol) => {
        await insertCall(database, refused('test:1', minute(1)));
        await insertCall(database, refused('test:2', minute(1)));
        const found = await failedCalls.find(idOrProtocol);
        expect(found?.synced).toEqual((await failedCalls.list({ sync: 'failed', limit: 2 })).calls[1]);
        expect(found?.call).toMatchObject({ id: 'test:1', number: '5511987654321', legs: [{ agent: '1001' }] });
    });

    test('a call of which Salesforce has everything is complete', async () => {
        await insertCall(database, { id: 'test:1' });
        expect((await failedCalls.find('test:1'))?.synced).toMatchObject({ sync: 'complete', failedAt: null });
    });

    test('an unknown one is null', async () => {
        expect(await failedCalls.find('test:1')).toBeNull();
    });
});

describe('retrying', () => {
    test('makes a failed call due now, as if it had never been tried, and keeps why it failed', async () => {
        await insertCall(database, refused('test:1', minute(1)));
        expect(await failedCalls.retry('p-1')).toEqual({ due: 1, at: expect.stringMatching(/^20.*Z$/) });
        expect(await rowOf('test:1')).toMatchObject({
            is_due: true,
            failed_at: null,
            attempts: 0,
            last_error: refused('', '').lastError
        });
        expect((await failedCalls.find('test:1'))?.synced).toMatchObject({
            sync: 'waiting',
            step: { kind: 'openCase' }
        });
    });

    test('leaves a call alone that has not failed', async () => {
        const dueAt = '2099-01-01T00:00:00.000Z';
        await insertCall(database, { id: 'test:1', dueAt, attempts: 4, lastError: 'locked' });
        expect(await failedCalls.retry('test:1')).toBeNull();
        expect(await failedCalls.retryAll({})).toMatchObject({ due: 0 });
        expect(await rowOf('test:1')).toMatchObject({ due_at: dueAt, attempts: 4 });
    });

    test('all at once by several operators retries each call once', async () => {
        for (let number = 0; number < 40; number++)
            await insertCall(database, refused(`test:${number}`, minute(number)));
        const answers = await Promise.all([
            failedCalls.retryAll({}),
            failedCalls.retryAll({}),
            failedCalls.retryAll({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }),
            failedCalls.retry('test:7')
        ]);
        expect(answers.reduce((sum, answer) => sum + (answer?.due ?? 0), 0)).toBe(40);
        expect(await ids({})).toEqual([]);
    });

    test('takes those with a code, or at a step, and leaves the others', async () => {
        await insertCall(database, refused('test:1', minute(1)));
        await insertCall(database, { ...refused('test:2', minute(2)), failedCode: 'STRING_TOO_LONG' });
        await insertCall(database, { ...refused('test:3', minute(3)), failedStep: 'saveTask test:3-1001' });
        expect(await failedCalls.retryAll({ code: 'STRING_TOO_LONG' })).toMatchObject({ due: 1 });
        expect(await ids({})).toEqual(['test:3', 'test:1']);
        expect(await failedCalls.retryAll({ step: 'saveTask' })).toMatchObject({ due: 1 });
        expect(await ids({})).toEqual(['test:1']);
    });

    test('a call that fails after the retry says so by its time', async () => {
        await insertCall(database, refused('test:1', minute(1)));
        const retried = await failedCalls.retryAll({});
        await database.query('UPDATE calls SET failed_at = now()');
        const found = await failedCalls.find('test:1');
        expect((found?.synced.failedAt ?? '') >= retried.at).toBe(true);
    });
});

describe('counting', () => {
    test('nothing of an empty store', async () => {
        const none = { failed: 0, waiting: 0, leased: 0, retrying: 0, oldestWaitingSeconds: null };
        expect(await failedCalls.counts()).toEqual(none);
    });

    test('tells failed, waiting and leased calls apart, and how long the oldest waits', async () => {
        const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
        await insertCall(database, { id: 'test:complete', toldAt: ago(900) });
        await insertCall(database, { ...refused('test:1', minute(1)), toldAt: ago(800) });
        await insertCall(database, { ...refused('test:2', minute(2)), toldAt: ago(700) });
        await insertCall(database, { id: 'test:3', dueAt: ago(1), toldAt: ago(60) });
        await insertCall(database, { id: 'test:4', dueAt: ago(-90), toldAt: ago(120), lastError: 'locked' });
        await insertCall(database, { id: 'test:5', dueAt: ago(1), toldAt: ago(600), leaseOwner: 7 });
        await insertCall(database, { id: 'test:6', dueAt: ago(1), leaseOwner: 7, lastError: 'locked' });
        const { oldestWaitingSeconds, ...counts } = await failedCalls.counts();
        expect(counts).toEqual({ failed: 2, waiting: 2, leased: 2, retrying: 2 });
        expect(oldestWaitingSeconds).toBeGreaterThanOrEqual(119);
        expect(oldestWaitingSeconds).toBeLessThan(180);
    });
});
