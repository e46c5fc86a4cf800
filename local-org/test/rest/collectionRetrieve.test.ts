import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const RESOURCE = '/services/data/v66.0/composite/sobjects/Account';
const NOBODY = '001gL0000zzzzzz';

describe('many records read at once', () => {
    let org: TestOrg;
    let admin: Connection;
    let ids: string[];

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        const created = await admin.sobject('Account').create([{ Name: 'Um' }, { Name: 'Dois' }]);
        ids = created.map(({ id }) => String(id));
    });
    afterAll(() => org.close());

    const expected = () => [
        expect.objectContaining({ Id: ids[0], Name: 'Um' }),
        null,
        null,
        expect.objectContaining({ Id: ids[1], Name: 'Dois' })
    ];
    const asked = () => [ids[0], NOBODY, 'nonsense', ids[1]];

    it('come in the order of their ids, with null for what is not there', async () => {
        expect(await admin.request(`${RESOURCE}?ids=${asked().join(',')}&fields=id,Name`)).toEqual(expected());
        expect(await admin.requestPost(RESOURCE, { ids: asked(), fields: ['Id', 'Name'] })).toEqual(expected());
    });

    it('are not shown to a user with whom they are not shared', async () => {
        const ana = await org.connect('ana@local.org');
        const bruno = await org.connect('bruno@local.org');
        const { id } = await ana.sobject('SoftphoneHandshake__c').create({ Nonce__c: 'n'.repeat(32) });
        const url = `/services/data/v66.0/composite/sobjects/SoftphoneHandshake__c?ids=${id}&fields=Id`;
        expect([await ana.request(url), await bruno.request(url)]).toEqual([
            [expect.objectContaining({ Id: id })],
            [null]
        ]);
    });

    it.each([
        ['an unknown field', { ids: [NOBODY], fields: ['Nope__c'] }, 'INVALID_FIELD'],
        ['no ids', { ids: [], fields: ['Id'] }, 'MISSING_ARGUMENT'],
        ['no fields', { ids: [NOBODY] }, 'MISSING_ARGUMENT'],
        ['2001 ids', { ids: Array.from({ length: 2001 }, () => NOBODY), fields: ['Id'] }, 'EXCEEDED_ID_LIMIT']
    ])('are refused with %s', async (_what, body, errorCode) => {
        expect((await refusalOf(admin.requestPost(RESOURCE, body))).errorCode).toBe(errorCode);
    });
});
