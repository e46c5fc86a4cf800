import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from './startTestOrg.ts';

describe('SOQL', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => new Date('2026-11-23T15:00:00Z') });
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    const subjects = async (rest: string) =>
        (await ana.query<{ Subject: string }>(`SELECT Subject FROM Case ${rest}`)).records.map(
            ({ Subject }) => Subject
        );

    it('answers nested records behind relationships, null where the lookup is empty', async () => {
        const { records } = await ana.query(
            "SELECT Id, Owner.Name, Contact.Phone, Account.Name FROM Case WHERE Subject LIKE 'Atraso na coleta%'"
        );
        expect(records).toEqual([
            {
                attributes: { type: 'Case', url: expect.stringMatching(/sobjects\/Case\/500/) },
                Id: expect.stringMatching(/^500/),
                Owner: { attributes: { type: 'Name', url: expect.stringContaining('/User/') }, Name: 'Bruno Lima' },
                Contact: null,
                Account: {
                    attributes: { type: 'Account', url: expect.anything() },
                    Name: 'Transportadora Rota Certa Ltda'
                }
            }
        ]);
    });

    it.each([
        ["WHERE Contact.Name = 'helena PEREIRA'", ['Agendamento de visita técnica']],
        ["WHERE Status = 'New' AND Origin != 'Web'", ['Equipamento da sala 3 não liga']],
        ["WHERE Origin IN ('Web') AND (NOT Status = 'Closed')", ['Cancelamento de um item do pedido']],
        ["WHERE (Status = 'New' OR Status = 'Working') AND Origin = 'Email'", ['Orçamento para o canteiro da Barra']],
        ['WHERE CreatedDate < 2026-06-30T00:00:00Z', ['Pedido de catálogo']],
        ['WHERE CreatedDate = LAST_N_DAYS:5', ['Cancelamento de um item do pedido']],
        ["WHERE ContactId IN (SELECT Id FROM Contact WHERE LastName = 'Cardoso')", ['Equipamento da sala 3 não liga']],
        ['WHERE ContactId = null', ['Atraso na coleta de segunda-feira']],
        ["WHERE Origin = 'Web' ORDER BY CreatedDate DESC LIMIT 1", ['Cancelamento de um item do pedido']],
        ["WHERE Origin = 'Web' ORDER BY CreatedDate DESC LIMIT 1 OFFSET 1", ['Pedido de catálogo']],
        ["WHERE Subject LIKE '_rçamento%'", ['Orçamento para o canteiro da Barra']]
    ])('%s', async (rest, expected) => {
        expect(await subjects(rest)).toEqual(expected);
    });

    it('puts empty values first, or last where asked', async () => {
        const names = async (nulls: string) =>
            (await ana.query(`SELECT Contact.Name FROM Case ORDER BY Contact.Name ${nulls}`)).records.map(
                ({ Contact }) => (Contact as { Name: string } | null)?.Name ?? null
            );
        expect((await names('')).at(0)).toBeNull();
        expect((await names('NULLS LAST')).at(-1)).toBeNull();
        expect((await names('DESC NULLS LAST')).at(0)).toBe('Vinícius Araújo');
    });

    it('counts', async () => {
        expect(await ana.query('SELECT COUNT() FROM Case')).toEqual({ totalSize: 9, done: true, records: [] });
    });

    it('takes quotes in a literal as data', async () => {
        await ana.sobject('Case').create({ Subject: "d'Oeste \\ 100%" });
        expect(await subjects("WHERE Subject = 'd\\'Oeste \\\\ 100%'")).toEqual(["d'Oeste \\ 100%"]);
    });

    it.each([
        [
            'SELECT Nope FROM Case',
            'INVALID_FIELD',
            "\nSELECT Nope FROM Case\n       ^\nERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Case'."
        ],
        ["SELECT Id FROM Case WHERE Nope__c = '1'", 'INVALID_FIELD', "No such column 'Nope__c' on entity 'Case'."],
        ['SELECT Boss.Name FROM Case', 'INVALID_FIELD', "Didn't understand relationship 'Boss' in field path."],
        ['SELECT Id FROM Nope__c', 'INVALID_TYPE', "sObject type 'Nope__c' is not supported."],
        ['SELECT Id FROM', 'MALFORMED_QUERY', 'unexpected token'],
        [
            "SELECT Id FROM Case WHERE Status = 'a' OR Status = 'b' AND Origin = 'c'",
            'MALFORMED_QUERY',
            "unexpected token: 'AND'"
        ],
        [
            'SELECT Id FROM Case WHERE Subject = 5',
            'INVALID_FIELD',
            'must be of type string and should be enclosed in quotes'
        ],
        ["SELECT Id FROM Case WHERE Description = 'x'", 'INVALID_FIELD', 'can not be filtered in a query call'],
        ["SELECT Id FROM Case WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: x'],
        ['SELECT (SELECT Id FROM Cases) FROM Contact', 'NOT_EMULATED', 'subqueries in SELECT']
    ])('%s is refused', async (soql, errorCode, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({ errorCode, message: expect.stringContaining(message) });
    });

    it('hands out long results in batches, to their own user only', async () => {
        for (let batch = 0; batch < 2; batch++) {
            await ana
                .sobject('Lead')
                .create(
                    Array.from({ length: 150 }, (_, index) => ({ LastName: `L${batch}-${index}`, Company: 'Lote' }))
                );
        }
        const soql = "SELECT LastName FROM Lead WHERE Company = 'Lote'";
        const first = await ana.query(soql, { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
        expect(first).toMatchObject({ totalSize: 300, done: false });
        expect(first.records).toHaveLength(200);
        const stranger = await org.connect('bruno@local.org');
        const stolen = stranger.queryMore(String(first.nextRecordsUrl));
        expect((await refusalOf(stolen)).errorCode).toBe('INVALID_QUERY_LOCATOR');
        const second = await ana.queryMore(String(first.nextRecordsUrl));
        expect(second).toMatchObject({ totalSize: 300, done: true });
        expect(second.records).toHaveLength(100);
    });
});
