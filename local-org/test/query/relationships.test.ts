import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('a query over several objects', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    const firstRecord = async (soql: string) => (await ana.query(soql)).records[0];

    it('nests the rows of a subquery with their count, and null where there are none', async () => {
        const soql =
            "SELECT Name, (SELECT LastName FROM Contacts WHERE LastName LIKE 'P%' ORDER BY LastName) FROM Account " +
            "WHERE Name LIKE 'Padaria%' OR Name LIKE 'Transportadora Rota%' ORDER BY Name";
        const { records } = await ana.query(soql);
        const attributes = (type: string) => ({ type, url: expect.stringContaining(`/sobjects/${type}/`) });
        expect(records).toEqual([
            {
                attributes: attributes('Account'),
                Name: 'Padaria Estrela da Manhã Ltda',
                Contacts: {
                    totalSize: 1,
                    done: true,
                    records: [{ attributes: attributes('Contact'), LastName: 'Pereira' }]
                }
            },
            { attributes: attributes('Account'), Name: 'Transportadora Rota Certa Ltda', Contacts: null }
        ]);
    });

    it('goes down more levels, and pages each parent’s children on their own', async () => {
        const account = await firstRecord(
            "SELECT (SELECT Name, (SELECT Subject FROM Cases ORDER BY CreatedDate DESC LIMIT 1) FROM Contacts LIMIT 1) FROM Account WHERE Name LIKE 'Padaria%'"
        );
        expect(account).toMatchObject({
            Contacts: {
                totalSize: 1,
                records: [{ Name: 'Maria da Silva', Cases: { records: [{ Subject: 'Troca do endereço de entrega' }] } }]
            }
        });
    });

    it('leaves out children in the recycle bin', async () => {
        const contact = await ana.sobject('Contact').create({ LastName: 'Pai' });
        const kept = await ana.sobject('Case').create({ Subject: 'fica', ContactId: contact.id });
        const deleted = await ana.sobject('Case').create({ Subject: 'sai', ContactId: contact.id });
        await (await org.connect('admin@local.org')).sobject('Case').destroy(String(deleted.id));
        const soql = `SELECT (SELECT Id FROM Cases) FROM Contact WHERE Id = '${contact.id}'`;
        expect(await firstRecord(soql)).toMatchObject({ Cases: { totalSize: 1, records: [{ Id: kept.id }] } });
    });

    it('selects by the type of what a polymorphic lookup points to', async () => {
        const { records } = await ana.query(
            'SELECT TYPEOF Owner WHEN User THEN Alias, Profile.Name ELSE Name END FROM Case ' +
                "WHERE Owner.Name = 'Ana Souza' LIMIT 1"
        );
        expect(records).toEqual([
            {
                attributes: expect.anything(),
                Owner: {
                    attributes: { type: 'User', url: expect.stringContaining('/User/005') },
                    Alias: 'ana',
                    Profile: { attributes: expect.anything(), Name: 'Standard User' }
                }
            }
        ]);
        const otherwise = 'SELECT TYPEOF Owner WHEN Group THEN DeveloperName ELSE Name END FROM Case LIMIT 1';
        expect(await firstRecord(otherwise)).toMatchObject({ Owner: { Name: 'Ana Souza' } });
        const unmatched = 'SELECT TYPEOF Owner WHEN Group THEN DeveloperName END FROM Case LIMIT 1';
        expect(await firstRecord(unmatched)).toMatchObject({ Owner: null });
    });

    it('answers labels and localized texts under the field’s name, or an alias', async () => {
        const soql = "SELECT toLabel(Status), FORMAT(CreatedDate) quando FROM Case WHERE Subject LIKE 'Segunda via%'";
        expect(await firstRecord(soql)).toMatchObject({ Status: 'Closed', quando: '11/08/2026, 11:05' });
    });

    it.each([
        [
            'SELECT (SELECT Id FROM Nopes) FROM Account',
            'INVALID_TYPE',
            "Didn't understand relationship 'Nopes' in FROM part of query call."
        ],
        [
            'SELECT (SELECT Nope FROM Contacts) FROM Account',
            'INVALID_FIELD',
            "No such column 'Nope' on entity 'Contact'"
        ],
        ['SELECT TYPEOF Account WHEN Account THEN Name END FROM Case', 'MALFORMED_QUERY', 'not a polymorphic'],
        ['SELECT TYPEOF Owner WHEN Case THEN Subject END FROM Case', 'INVALID_TYPE', "sObject type 'Case'"],
        [
            "SELECT Id FROM Case WHERE ContactId IN (SELECT Name FROM Contact WHERE Name = 'x')",
            'MALFORMED_QUERY',
            "Semi join sub-selects can only query id fields, cannot use: 'Name'"
        ],
        [
            'SELECT Id FROM Contact WHERE Id IN (SELECT Id FROM Contact)',
            'MALFORMED_QUERY',
            'The inner and outer selects should not be on the same object type'
        ],
        [
            "SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case) OR Name = 'x'",
            'MALFORMED_QUERY',
            "Semi join sub-selects are not allowed with the 'OR' operator"
        ],
        [
            'SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case WHERE AccountId IN (SELECT Id FROM Account))',
            'MALFORMED_QUERY',
            'Nesting of semi join sub-selects is not supported'
        ],
        [
            'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Contact) ' +
                'AND Id NOT IN (SELECT AccountId FROM Task)',
            'MALFORMED_QUERY',
            'maximum 2 semi join sub-selects are allowed'
        ]
    ])('is refused: %s', async (soql, errorCode, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({ errorCode, message: expect.stringContaining(message) });
    });
});
