import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { composite } from './compositeRequests.ts';

const BASE = '/services/data/v66.0';
const accounts = (...names: (string | undefined)[]) => ({
    allOrNone: false,
    records: names.map((Name) => ({ attributes: { type: 'Account' }, Name }))
});

describe('a composite of which something fails', () => {
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const countAccounts = async (name: string) =>
        (await admin.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

    it('is undone whole by one record of a collection, which is then all or none itself', async () => {
        const [first, second] = await composite(admin, {
            allOrNone: true,
            compositeRequest: [
                { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'one', body: { Name: 'Desfeita' } },
                {
                    method: 'POST',
                    url: `${BASE}/composite/sobjects`,
                    referenceId: 'many',
                    body: accounts('Desfeita', undefined)
                }
            ]
        });
        expect(first).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] });
        expect(second?.body).toMatchObject([
            { errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
            { errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }
        ]);
        expect(await countAccounts('Desfeita')).toBe(0);
    });

    it('keeps what a collection saved when nobody asked for all or none', async () => {
        const [, second] = await composite(admin, {
            compositeRequest: [
                {
                    method: 'POST',
                    url: `${BASE}/composite/sobjects`,
                    referenceId: 'many',
                    body: accounts('Mantida', undefined)
                },
                { method: 'GET', url: `${BASE}/sobjects/Account/@{many[0].id}?fields=Name`, referenceId: 'read' }
            ]
        });
        expect(second).toMatchObject({ httpStatusCode: 200, body: { Name: 'Mantida' } });
        expect(await countAccounts('Mantida')).toBe(1);
    });

    it('lends no words of a refusal to those that come after', async () => {
        const [, second] = await composite(admin, {
            compositeRequest: [
                { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'bad', body: {} },
                {
                    method: 'POST',
                    url: `${BASE}/sobjects/Account`,
                    referenceId: 'next',
                    body: { Name: '@{bad[0].message}' }
                }
            ]
        });
        expect(second).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] });
    });
});
