import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('upsert by external id', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());

    async function upsert(protocol: string, body: object, query = '') {
        const path = `/services/data/v66.0/sobjects/Case/CallProtocol__c/${encodeURIComponent(protocol)}${query}`;
        const response = await fetch(org.url + path, {
            method: 'PATCH',
            headers: { Authorization: `Bearer ${bridge.accessToken}`, 'Content-Type': 'application/json' },
            body: JSON.stringify(body)
        });
        return { status: response.status, body: (await response.json()) as Record<string, unknown> & { id: string } };
    }

    it('creates with 201, then updates the same record with 200', async () => {
        const created = await upsert('20261123-0001', { Subject: 'Chamada' });
        expect(created).toEqual({
            status: 201,
            body: { id: expect.stringMatching(/^500/), success: true, errors: [], created: true }
        });
        const updated = await upsert('20261123-0001', { Subject: 'Chamada recebida' });
        expect(updated).toEqual({ status: 200, body: { ...created.body, created: false } });
        const record = await bridge.sobject('Case').retrieve(created.body.id);
        expect(record).toMatchObject({ CallProtocol__c: '20261123-0001', Subject: 'Chamada recebida' });
    });

    it('creates nothing with updateOnly', async () => {
        const refused = await upsert('only-1', {}, '?updateOnly=true');
        expect(refused).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
        const { body } = await upsert('only-1', {}, '?updateOnly=false');
        expect(await upsert('only-1', { Subject: 'x' }, '?updateOnly=true')).toEqual({
            status: 200,
            body: { ...body, created: false }
        });
    });

    it('finds the record whatever the case of the value', async () => {
        const { body } = await upsert('abc-1', {});
        expect((await upsert('ABC-1', {})).body.id).toBe(body.id);
    });

    it('takes slashes, spaces and emoji in the value', async () => {
        const { body } = await upsert('a/b c 😀', {});
        expect(await bridge.sobject('Case').retrieve(body.id)).toMatchObject({ CallProtocol__c: 'a/b c 😀' });
    });

    it('refuses the external id repeated in the body', async () => {
        const { status, body } = await upsert('x-1', { CallProtocol__c: 'x-1' });
        expect(status).toBe(400);
        expect(body).toEqual([
            {
                errorCode: 'INVALID_FIELD',
                message: 'The CallProtocol__c field should not be specified in the sobject data.'
            }
        ]);
    });

    it('refuses a field that is no external id', async () => {
        const response = await fetch(`${org.url}/services/data/v66.0/sobjects/Case/Subject/x`, {
            headers: { Authorization: `Bearer ${bridge.accessToken}` }
        });
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual([
            {
                errorCode: 'NOT_FOUND',
                message: 'Provided external ID field does not exist or is not accessible: Subject'
            }
        ]);
    });

    it('works through jsforce', async () => {
        const result = await bridge
            .sobject('Case')
            .upsert({ CallProtocol__c: 'js-1', Origin: 'Phone' }, 'CallProtocol__c');
        expect(result).toMatchObject({ success: true, created: true });
    });
});
