import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

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
        ["where status <> 'Closed' and subject like 'orç%'", ['Orçamento para o canteiro da Barra']],
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

    it('answers FIELDS(STANDARD) with every standard field the user may read', async () => {
        const { records } = await ana.query('SELECT FIELDS(STANDARD) FROM Case LIMIT 1');
        expect(Object.keys(records[0] ?? {})).toEqual(expect.arrayContaining(['Id', 'Subject', 'OwnerId']));
        expect(Object.keys(records[0] ?? {})).not.toContain('CallProtocol__c');
    });

    it('narrows to what the user owns with USING SCOPE mine', async () => {
        const { userId } = await org.logIn('ana@local.org');
        const { records } = await ana.query('SELECT OwnerId FROM Case USING SCOPE mine');
        expect(new Set(records.map(({ OwnerId }) => OwnerId))).toEqual(new Set([userId]));
        expect((await ana.query('SELECT Id FROM Case USING SCOPE everything')).totalSize).toBe(9);
    });

    it.each(['FOR VIEW', 'FOR REFERENCE', 'FOR UPDATE', 'WITH SECURITY_ENFORCED', 'WITH USER_MODE'])(
        'takes %s, which changes nothing here',
        async (clause) => {
            expect((await ana.query(`SELECT Id FROM Case ${clause}`)).totalSize).toBe(9);
        }
    );

    it('sees deleted records with queryAll alone', async () => {
        const { id } = await ana.sobject('Task').create({ Subject: 'apagada' });
        await ana.sobject('Task').destroy(String(id));
        const soql = "SELECT Id, IsDeleted FROM Task WHERE Subject = 'apagada'";
        expect((await ana.query(soql)).records).toEqual([]);
        expect((await ana.query(soql, { scanAll: true })).records).toMatchObject([{ Id: id, IsDeleted: true }]);
    });

    it('takes quotes in a literal as data', async () => {
        await ana.sobject('Case').create({ Subject: "d'Oeste \\ 100%" });
        expect(await subjects("WHERE Subject = 'd\\'Oeste \\\\ 100%'")).toEqual(["d'Oeste \\ 100%"]);
    });
});
