import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('control routes', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());
    afterEach(() => fetch(`${org.url}/_org/faults`, { method: 'DELETE' }));

    const schedule = (fault: object) => org.postControl('faults', fault);
    const createCase = (protocol: string) => bridge.sobject('Case').create({ CallProtocol__c: protocol });
    const countCases = async (protocol: string) =>
        (await bridge.query(`SELECT COUNT() FROM Case WHERE CallProtocol__c = '${protocol}'`)).totalSize;

    it('log in an active user and nobody else', async () => {
        expect(await org.logIn('ana@local.org')).toEqual({
            accessToken: expect.stringMatching(/^00D.*!/),
            instanceUrl: org.url,
            userId: expect.stringMatching(/^005/),
            name: 'Ana Souza'
        });
        for (const username of ['carla@local.org', 'nobody@local.org', 7]) {
            expect((await org.postControl('login', { username })).status).toBe(404);
        }
    });

    it('fail calls with a status, as many as asked, and only those that match', async () => {
        await schedule({
            times: 2,
            kind: 'status',
            status: 400,
            errorCode: 'UNABLE_TO_LOCK_ROW',
            message: 'unable to obtain exclusive access to this record',
            match: { method: 'POST', pathIncludes: '/sobjects/Case' }
        });
        expect(await countCases('f-1')).toBe(0);
        for (let attempt = 0; attempt < 2; attempt++) {
            expect((await refusalOf(createCase('f-1'))).errorCode).toBe('UNABLE_TO_LOCK_ROW');
        }
        expect(await createCase('f-1')).toMatchObject({ success: true });
    });

    it('cut the connection before the record is saved', async () => {
        await schedule({ times: 1, kind: 'dropBeforeCommit', match: { method: 'POST' } });
        await expect(createCase('f-2')).rejects.toThrow();
        expect(await countCases('f-2')).toBe(0);
    });

    it('cut the connection after the record is saved', async () => {
        await schedule({ times: 1, kind: 'dropAfterCommit', match: { method: 'POST' } });
        await expect(createCase('f-3')).rejects.toThrow();
        expect(await countCases('f-3')).toBe(1);
    });

    it('delay an answer', async () => {
        await schedule({ times: 1, kind: 'delay', delayMs: 60 });
        const startedMs = performance.now();
        await createCase('f-4');
        expect(performance.now() - startedMs).toBeGreaterThanOrEqual(55);
    });

    it('forget faults that are withdrawn', async () => {
        await schedule({ times: 5, kind: 'dropBeforeCommit' });
        await fetch(`${org.url}/_org/faults`, { method: 'DELETE' });
        expect(await createCase('f-5')).toMatchObject({ success: true });
    });

    it('strike the third call and let the others pass', async () => {
        await schedule({ kind: 'rowLocked', times: 1, skip: 2 });
        const outcomes: string[] = [];
        for (const protocol of ['s-1', 's-2', 's-3', 's-4']) {
            outcomes.push(
                await createCase(protocol).then(
                    () => 'created',
                    ({ errorCode }) => errorCode
                )
            );
        }
        expect(outcomes).toEqual(['created', 'created', 'UNABLE_TO_LOCK_ROW', 'created']);
    });

    it('strike at a rate, the same calls for the same seed, until withdrawn', async () => {
        const strikesOf = async (seed: number) => {
            await schedule({ kind: 'serverUnavailable', rate: 0.3, seed, match: { method: 'POST' } });
            const statuses: number[] = [];
            for (let call = 0; call < 40; call++) {
                statuses.push((await fetch(`${org.url}/services/data/v66.0/sobjects/Case`, { method: 'POST' })).status);
            }
            await fetch(`${org.url}/_org/faults`, { method: 'DELETE' });
            return statuses.map((status) => status === 503);
        };
        const first = await strikesOf(7);
        expect(first.filter(Boolean).length).toBeGreaterThan(4);
        expect(first.filter(Boolean).length).toBeLessThan(24);
        expect(await strikesOf(7)).toEqual(first);
        expect(await strikesOf(8)).not.toEqual(first);
    });

    it.each([
        ['expiredSession', 401, 'INVALID_SESSION_ID'],
        ['requestLimitExceeded', 403, 'REQUEST_LIMIT_EXCEEDED'],
        ['rowLocked', 400, 'UNABLE_TO_LOCK_ROW'],
        ['serverError', 500, 'UNKNOWN_EXCEPTION'],
        ['serverUnavailable', 503, 'SERVER_UNAVAILABLE']
    ])('refuse a call as the platform does on a bad day: %s', async (kind, status, errorCode) => {
        await schedule({ kind, times: 1 });
        const response = await fetch(`${org.url}/services/data/v66.0/limits`);
        expect(response.status).toBe(status);
        expect(await response.json()).toEqual([expect.objectContaining({ errorCode })]);
    });

    it('delay the answer to a call that took effect at once', async () => {
        await schedule({ times: 1, kind: 'delayAnswer', delayMs: 5_000, match: { method: 'POST' } });
        const controller = new AbortController();
        const { accessToken } = await org.logIn('bridge@local.org');
        const late = fetch(`${org.url}/services/data/v66.0/sobjects/Case`, {
            method: 'POST',
            headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify({ CallProtocol__c: 'f-6' }),
            signal: controller.signal
        });
        for (let look = 0; look < 100 && (await countCases('f-6')) === 0; look++);
        expect(await countCases('f-6')).toBe(1);
        controller.abort();
        await expect(late).rejects.toThrow('aborted');
    });

    it('say what waits, and how often it has struck', async () => {
        await schedule({ kind: 'rowLocked', times: 2, match: { pathIncludes: '/sobjects/Case' } });
        await refusalOf(createCase('f-7'));
        const { faults } = (await (await fetch(`${org.url}/_org/faults`)).json()) as { faults: object[] };
        expect(faults).toEqual([
            expect.objectContaining({ effect: expect.objectContaining({ status: 400 }), matched: 1, struck: 1 })
        ]);
    });

    it('say what is spent, until it is withdrawn', async () => {
        const readFaults = async () =>
            (await (await fetch(`${org.url}/_org/faults`)).json()) as { faults: object[]; spent: object[] };
        await schedule({ kind: 'rowLocked', times: 2 });
        await refusalOf(createCase('f-8'));
        await refusalOf(createCase('f-8'));
        await createCase('f-8');
        expect(await readFaults()).toEqual({
            faults: [],
            spent: [expect.objectContaining({ delayMs: 0, matched: 2, struck: 2 })]
        });
        await fetch(`${org.url}/_org/faults`, { method: 'DELETE' });
        expect(await readFaults()).toEqual({ faults: [], spent: [] });
    });

    it.each([
        [
            { times: 1, kind: 'explode' },
            'kind must be one of status, expiredSession, requestLimitExceeded, rowLocked, serverError, ' +
                'serverUnavailable, dropBeforeCommit, dropAfterCommit, delay, delayAnswer'
        ],
        [
            { kind: 'dropBeforeCommit' },
            'give either times, a whole number above 0, or rate, a number above 0 and up to 1'
        ],
        [{ kind: 'rowLocked', rate: 1.5 }, 'rate must be above 0 and up to 1'],
        [{ kind: 'rowLocked', times: 0 }, 'times must be a whole number, 1 or more'],
        [{ kind: 'delay', times: 1 }, 'delayMs must be a whole number, from 1 to 2147483647'],
        [{ kind: 'delay', times: 1, delayMs: 2 ** 31 }, 'delayMs must be a whole number, from 1 to 2147483647'],
        [{ times: 1, kind: 'status', status: 999 }, 'status must be a whole number, from 200 to 599'],
        [{ times: 1, kind: 'status', status: 101 }, 'status must be a whole number, from 200 to 599'],
        [{ times: 1, kind: 'status', status: 503 }, 'errorCode must be a text'],
        [[], 'a fault must be a JSON object'],
        [
            { times: 1, kind: 'rowLocked', seed: 2, macth: {} },
            'a fault of kind rowLocked with times has kind, match, delayMs, times, skip, and no seed, macth'
        ],
        [
            { rate: 0.5, kind: 'serverError', status: 400 },
            'a fault of kind serverError with rate has kind, match, delayMs, rate, seed, and no status'
        ],
        [
            { times: 1, kind: 'rowLocked', match: { path: '/sobjects/Case' } },
            'match has method, pathIncludes, and no path'
        ]
    ])('refuse the fault %j', async (fault, error) => {
        const response = await schedule(fault);
        expect(response.status).toBe(400);
        expect(await response.json()).toEqual({ error });
    });

    it.each([
        ['POST', 'faults', '{', 400, /^The body can not be read: /],
        ['PUT', 'faults', '{}', 404, /^There is no PUT \/_org\/faults; /],
        ['GET', 'fault', undefined, 404, /^There is no GET \/_org\/fault; /]
    ])('refuse %s %s with the body %s in their own shape', async (method, path, body, status, error) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${org.url}/_org/${path}`, { method, headers, body });
        expect(response.status).toBe(status);
        expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
    });

    it('keep a ledger of calls by kind, without their values', async () => {
        await fetch(`${org.url}/_org/calls`, { method: 'DELETE' });
        const { id } = await createCase('secret');
        await bridge.sobject('Case').retrieve(String(id));
        await bridge.sobject('Case').upsert({ CallProtocol__c: 'secret' }, 'CallProtocol__c');
        const ledger = (await (await fetch(`${org.url}/_org/calls`)).json()) as { calls: object[] };
        expect(ledger).toMatchObject({
            total: 3,
            counts: {
                'POST /services/data/vNN.0/sobjects/Case': 1,
                'GET /services/data/vNN.0/sobjects/Case/:id': 1,
                'PATCH /services/data/vNN.0/sobjects/Case/CallProtocol__c/:value': 1
            }
        });
        expect(ledger.calls[0]).toMatchObject({ method: 'POST', outcome: 201 });
        expect(JSON.stringify(ledger)).not.toContain('secret');
    });
});
