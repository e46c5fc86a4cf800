import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

interface Columns {
    columnMetadata: Record<string, unknown>[];
}

describe('the columns of a query', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    const columnsOf = (soql: string) => ana.request<Columns>(`/query?q=${encodeURIComponent(soql)}&columns=true`);
    const plain = {
        aggregate: false,
        apexType: null,
        booleanType: false,
        custom: false,
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: false,
        updatable: false
    };
    const named = (name: string) => ({ ...plain, columnName: name, displayName: name });

    it('tell each field’s type, and nest those of other objects', async () => {
        expect(
            await columnsOf('SELECT Id, Subject, IsClosed, Owner.Name, Owner.Id, CallProtocol__c FROM Case')
        ).toEqual({
            columnMetadata: [
                { ...named('Id'), apexType: 'Id' },
                { ...named('Subject'), apexType: 'String', textType: true, insertable: true, updatable: true },
                { ...named('IsClosed'), apexType: 'Boolean', booleanType: true },
                {
                    ...named('Owner'),
                    foreignKeyName: 'OwnerId',
                    joinColumns: [
                        { ...named('Name'), apexType: 'String', textType: true },
                        { ...named('Id'), apexType: 'Id' }
                    ]
                },
                expect.objectContaining({ columnName: 'CallProtocol__c', custom: true, apexType: 'String' })
            ],
            entityName: 'Case',
            groupBy: false,
            idSelected: true,
            keyPrefix: '500'
        });
    });

    it('mark subqueries and functions as aggregate', async () => {
        const subquery = await columnsOf('SELECT Name, (SELECT LastName FROM Contacts) FROM Account');
        expect(subquery.columnMetadata[1]).toMatchObject({
            aggregate: true,
            columnName: 'Contacts',
            joinColumns: [{ columnName: 'LastName', insertable: true }]
        });
        const aggregate = await columnsOf('SELECT OwnerId, AVG(CallDurationInSeconds) FROM Task GROUP BY OwnerId');
        expect(aggregate).toMatchObject({
            columnMetadata: [
                { columnName: 'OwnerId', aggregate: false },
                { columnName: 'expr0', displayName: 'AVG(CallDurationInSeconds)', aggregate: true, numberType: true }
            ],
            groupBy: true,
            idSelected: false
        });
    });

    it('are none of a count', async () => {
        expect(await columnsOf('SELECT COUNT() FROM Case')).toMatchObject({ columnMetadata: [] });
    });
});
