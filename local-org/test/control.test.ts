import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from './startTestOrg.ts';

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

    it.each([
        [{ times: 1, kind: 'explode' }, 'kind must be status, dropBeforeCommit, dropAfterCommit or delay'],
        [{ kind: 'dropBeforeCommit' }, 'times must be a whole number above 0'],
        [{ times: 1, kind: 'status', status: 503 }, 'errorCode must be a text']
    ])('refuse the fault %j', async (fault, error) => {
        const response = await schedule(fault);
        expect(response.status).toBe(400);
        expect(await response.json()).toEqual({ error });
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
