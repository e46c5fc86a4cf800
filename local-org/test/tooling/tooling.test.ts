import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('the Tooling API', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    it('queries the objects that it shares with the other APIs', async () => {
        const soql = "SELECT Name FROM PermissionSet WHERE Name = 'SoftphoneAgent'";
        const { records } = await connection.tooling.query(soql);
        expect(records).toMatchObject([{ Name: 'SoftphoneAgent' }]);
        expect(await connection.request(`/tooling/query?q=${encodeURIComponent(soql)}`)).toMatchObject({
            size: 1,
            totalSize: 1,
            done: true,
            queryLocator: null,
            entityTypeName: 'PermissionSet'
        });
    });

    it('tells the columns of a query', async () => {
        const answer = await connection.request(
            `/tooling/query?q=${encodeURIComponent('SELECT Id, Name FROM Profile')}&columns=true`
        );
        expect(answer).toMatchObject({ columnMetadata: [{ columnName: 'Id' }, { columnName: 'Name' }] });
    });

    it('describes them', async () => {
        const { sobjects } = await connection.tooling.describeGlobal();
        expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(['PermissionSet', 'User']));
        expect(sobjects.map(({ name }) => name)).not.toContain('Case');
        expect(await connection.tooling.sobject('User').describe()).toMatchObject({ name: 'User' });
    });

    it.each([
        ['SandboxProcess, which only an org with sandboxes has', 'SandboxProcess', 'INVALID_TYPE'],
        ['SourceMember, which needs source tracking', 'SourceMember', 'INVALID_TYPE'],
        ['Case, which only the data APIs have', 'Case', 'INVALID_TYPE'],
        ['what nobody has', 'Nonsense', 'INVALID_TYPE'],
        ['metadata', 'ApexClass', 'NOT_EMULATED'],
        ['its own objects', 'EntityDefinition', 'NOT_EMULATED']
    ])('refuses to query %s', async (_, name, errorCode) => {
        expect(await refusalOf(connection.tooling.query(`SELECT Id FROM ${name}`))).toMatchObject({ errorCode });
    });

    it('has no SourceMember to describe, by which the Salesforce CLI sees that nothing is tracked', async () => {
        expect(await refusalOf(connection.tooling.sobject('SourceMember').describe())).toEqual({
            errorCode: 'NOT_FOUND',
            message: 'The requested resource does not exist'
        });
    });

    it('refuses a query that is none', async () => {
        expect(await refusalOf(connection.tooling.query('SELECT FROM'))).toMatchObject({
            errorCode: 'MALFORMED_QUERY'
        });
    });
});
