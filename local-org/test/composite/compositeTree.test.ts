import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('an sObject tree', () => {
    let org: TestOrg;
    let admin: Connection;
    let accessToken: string;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        accessToken = String(admin.accessToken);
    });
    afterAll(() => org.close());

    const post = async (records: unknown) => {
        const response = await fetch(`${org.url}/services/data/v66.0/composite/tree/Account`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
            body: JSON.stringify({ records })
        });
        return { status: response.status, body: await response.json() };
    };
    const account = (referenceId: string, name: string, contacts: object[] = []) => ({
        attributes: { type: 'Account', referenceId },
        Name: name,
        ...(contacts.length > 0 ? { Contacts: { records: contacts } } : {})
    });
    const contact = (referenceId: string, values: object) => ({
        attributes: { type: 'Contact', referenceId },
        ...values
    });

    it('refuses what is no record, and a member that no object has', async () => {
        expect((await post([account('ref1', 'Raiz', [1 as unknown as object])])).status).toBe(400);
        const named = JSON.parse(
            '{"attributes":{"type":"Account","referenceId":"a"},"Name":"x","__proto__":1}'
        ) as object;
        expect((await post([named])).body).toMatchObject({ results: [{ errors: [{ statusCode: 'INVALID_FIELD' }] }] });
    });

    it('creates parents and children, level by level', async () => {
        const { status, body } = await post([
            account('ref1', 'Raiz', [contact('ref2', { LastName: 'Um' }), contact('ref3', { LastName: 'Dois' })]),
            account('ref4', 'Outra raiz')
        ]);
        expect(status).toBe(201);
        expect(body).toEqual({
            hasErrors: false,
            results: ['ref1', 'ref4', 'ref2', 'ref3'].map((referenceId) => ({ referenceId, id: expect.any(String) }))
        });
        const { records } = await admin.query("SELECT LastName FROM Contact WHERE Account.Name = 'Raiz'");
        expect(records.map(({ LastName }) => LastName)).toEqual(['Um', 'Dois']);
    });

    it('creates nothing when one of its records is refused, and says which', async () => {
        const { status, body } = await post([
            account('ref1', 'Podada', [contact('ref2', { LastName: 'X', Email: '123' })])
        ]);
        expect(status).toBe(400);
        expect(body).toEqual({
            hasErrors: true,
            results: [
                {
                    referenceId: 'ref2',
                    errors: [
                        {
                            statusCode: 'INVALID_EMAIL_ADDRESS',
                            message: 'Email: invalid email address: 123',
                            fields: ['Email']
                        }
                    ]
                }
            ]
        });
        expect((await admin.query("SELECT COUNT() FROM Account WHERE Name = 'Podada'")).totalSize).toBe(0);
    });

    it('refuses a relationship that the parent does not have', async () => {
        const { body } = await post([{ ...account('ref1', 'X'), Nope: { records: [contact('ref2', {})] } }]);
        expect(body).toMatchObject({ results: [{ referenceId: 'ref1', errors: [{ statusCode: 'INVALID_FIELD' }] }] });
    });

    it.each([
        ['201 records', Array.from({ length: 201 }, (_, n) => account(`r${n}`, 'x'))],
        ['a referenceId twice', [account('r', 'x'), account('r', 'x')]],
        ['no referenceId', [{ attributes: { type: 'Account' }, Name: 'x' }]],
        ['a root of another object', [contact('r', { LastName: 'x' })]]
    ])('is refused with %s', async (_what, records) => {
        const refused = admin.requestPost('/services/data/v66.0/composite/tree/Account', { records });
        expect((await refusalOf(refused)).errorCode).toBe('INVALID_INPUT');
        expect((await admin.query("SELECT COUNT() FROM Account WHERE Name = 'x'")).totalSize).toBe(0);
    });
});
