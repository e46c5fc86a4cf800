import { createApiBudget } from '../../../src/salesforce/apiBudget.ts';
import { createContactDirectory } from '../../../src/salesforce/contacts/contactDirectory.ts';
import { DEFAULT_MAPPING, type Mapping } from '../../../src/mapping/mapping.ts';
import { SalesforceConnection } from '../../../src/salesforce/salesforceConnection.ts';
import { connectTo } from '../../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';
import { connectAsAdmin, forgetRequests, requestsTo } from '../caller/testLookup.ts';

let org: TestOrg;

beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());

const directoryIn = ({
    connection = connectTo(org),
    personAccounts = false,
    ...mapping
}: Partial<Mapping['caller']> & {
    connection?: Parameters<typeof createContactDirectory>[0]['connection'];
    personAccounts?: boolean;
} = {}) =>
    createContactDirectory({
        connection,
        mapping: { ...DEFAULT_MAPPING.caller, ...mapping },
        hasPersonAccounts: () => Promise.resolve(personAccounts)
    });

const namesFor = async (text: string): Promise<string[]> => (await directoryIn().search(text)).map(({ name }) => name);

async function idOf(object: string, name: string): Promise<string> {
    const [record] = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
    return record?.Id ?? '';
}

test('a contact comes as a candidate, whole', async () => {
    expect(await directoryIn().search('maria da silva')).toEqual([
        {
            kind: 'contact',
            id: await idOf('Contact', 'Maria da Silva'),
            name: 'Maria da Silva',
            phone: '(11) 98765-4321',
            accountId: await idOf('Account', 'Padaria Estrela da Manhã Ltda'),
            accountName: 'Padaria Estrela da Manhã Ltda',
            taxId: '972.281.866-05'
        }
    ]);
});

test.each([
    ['Mar', ['Marcos Andrade', 'Maria da Silva', 'Pousada Maré Mansa']],
    ['Maria d S', ['Maria da Silva']],
    ['joao', ['João Pereira']],
    ['JOÃO', ['João Pereira']],
    ['pereira', ['Helena Pereira', 'João Pereira']],
    ['Pereira Helena', ['Helena Pereira']],
    ['pere hel', ['Helena Pereira']],
    ['patricia lemos', ['Patrícia Lemos']],
    ['padaria manha', ['Padaria Estrela da Manhã Ltda']],
    ['Estúdio Ipê', expect.arrayContaining([expect.stringMatching(/^Estúdio Ipê/)])],
    ['silva marcos', []],
    ['ninguém com este nome', []]
])('the name %s finds %j', async (text, expected) => {
    expect(await namesFor(text)).toEqual(expected);
});

test.each([
    ['(11) 98765-4321', ['Maria da Silva']],
    ['11 98765 4321', ['Maria da Silva']],
    ['+55 11 98765-4321', ['Maria da Silva']],
    ['0 15 11 98765-4321', ['Maria da Silva']],
    ['11 8765-4321', ['Maria da Silva']],
    // two DDDs have it
    ['98765-4321', ['Marcos Andrade', 'Maria da Silva']],
    ['2295-3040', ['Helena Pereira', 'João Pereira']],
    // stored without the ninth digit, with an extension, with a carrier, of a company
    ['(81) 98765-9012', ['Severino Gomes']],
    ['11 2066-8090', ['Patrícia Lemos']],
    ['11976540012', ['Rafael Moreira']],
    ['(41) 3026-4500', ['Transportadora Rota Certa Ltda']],
    ['(31) 98765-4321', []]
])('the number %s finds %j', async (text, expected) => {
    expect(await namesFor(text)).toEqual(expected);
});

test('the number that was looked for is shown, of several that somebody has', async () => {
    const id = await org.create('Contact', {
        LastName: 'Dois Números',
        Phone: '(85) 3244-7001',
        MobilePhone: '85 98811-7002'
    });
    const [found] = await directoryIn().search('85988117002');
    expect(found).toMatchObject({ id, phone: '85 98811-7002' });
});

describe('CPF and CNPJ', () => {
    test.each([
        ['972.281.866-05', 'Maria da Silva'],
        ['97228186605', 'Maria da Silva'],
        ['972 281 866 05', 'Maria da Silva']
    ])('%s finds %s', async (text, name) => {
        expect(await namesFor(text)).toEqual([name]);
    });

    test('one that the org has without punctuation is found with it', async () => {
        await org.create('Contact', { LastName: 'Sem Pontos', Cpf__c: '29537995593' });
        expect(await namesFor('295.379.955-93')).toEqual(['Sem Pontos']);
    });

    test('every company with a CNPJ, an alphanumeric one too, is found by it in any spelling', async () => {
        const accounts = await org.query<{ Name: string; Cnpj__c: string }>(
            'SELECT Name, Cnpj__c FROM Account WHERE Cnpj__c != null'
        );
        expect(accounts.some(({ Cnpj__c }) => /[A-Z]/.test(Cnpj__c))).toBe(true);
        for (const { Name, Cnpj__c } of accounts) {
            expect(await namesFor(Cnpj__c)).toEqual([Name]);
            expect(await namesFor(Cnpj__c.replace(/[./-]/g, '').toLowerCase())).toEqual([Name]);
        }
    });

    test('are looked for nowhere in an org that keeps none', async () => {
        const directory = directoryIn({ contactCpfField: null, accountCnpjField: null });
        expect(await directory.search('972.281.866-05')).toEqual([]);
    });
});

test.each([
    '?&|!{}[]()^~*:\\"\'+-',
    '} RETURNING User(Id, Username) //',
    "Maria' OR Name LIKE '%",
    'Maria} IN ALL FIELDS RETURNING User(Id)',
    'Maria AND NOT Silva',
    'a" OR "b',
    'x\\',
    'é\u0000\ud83d',
    '((((((((',
    '* *'
])('what %j holds changes nothing of the search', async (text) => {
    const found = await directoryIn().search(text);
    expect(found.every(({ kind }) => ['contact', 'account'].includes(kind))).toBe(true);
    expect(found.length).toBeLessThan(3);
});

test('less than two characters, and what holds no word, ask nobody', async () => {
    await forgetRequests(org);
    for (const text of ['', ' ', 'a', ' é ', '?', '**']) expect(await directoryIn().search(text)).toEqual([]);
    expect(await requestsTo(org)).toEqual({});
});

test('a search is one request, which the API budget counts', async () => {
    const log = { warn: () => undefined, info: () => undefined } as never;
    const budget = createApiBudget({ reserve: 0, log });
    const plain = connectTo(org);
    const counted = connectTo(org, { budget });
    expect(counted).toBeInstanceOf(SalesforceConnection);
    await directoryIn({ connection: plain }).search('maria');
    expect(budget.read().requests).toBe(0);
    await forgetRequests(org);
    await directoryIn({ connection: counted }).search('97228186605');
    expect(budget.read().requests).toBe(1);
    expect(await requestsTo(org)).toEqual({ search: 1 });
});

describe('a lead', () => {
    let id: string;

    beforeAll(async () => {
        id = await org.create('Lead', { LastName: 'Interessada', Company: 'Mercado Azul', Phone: '(85) 3244-2000' });
    });

    test('is found where the mapping has leads', async () => {
        const directory = directoryIn({ leads: true, connection: await connectAsAdmin(org) });
        const lead = { kind: 'lead', id, name: 'Interessada', accountName: 'Mercado Azul', phone: '(85) 3244-2000' };
        expect(await directory.search('interes')).toEqual([expect.objectContaining(lead)]);
        expect(await directory.candidateById(id)).toMatchObject(lead);
        expect(await namesFor('interes')).toEqual([]);
    });

    test('is nobody for a user who may not read leads', async () => {
        expect(await directoryIn().candidateById(id)).toBeNull();
    });
});

describe('by the id of a record', () => {
    test.each([
        ['Contact', 'Maria da Silva', 'contact', '(11) 98765-4321'],
        ['Account', 'Transportadora Rota Certa Ltda', 'account', '(41) 3026-4500']
    ])('a %s is a candidate, with 15 characters too', async (object, name, kind, phone) => {
        const id = await idOf(object, name);
        const directory = directoryIn();
        expect(await directory.candidateById(id)).toMatchObject({ kind, id, name, phone });
        expect(await directory.candidateById(id.slice(0, 15))).toMatchObject({ id, name });
    });

    test('there is nobody for one that the org does not have, of another object, or mistyped', async () => {
        await forgetRequests(org);
        const directory = directoryIn();
        for (const id of ['500gL000000000AQAQ', '003', '003gL0000000003AAA', "003' OR Name != '", '001gL000000000ä'])
            expect(await directory.candidateById(id)).toBeNull();
        expect(await requestsTo(org)).toEqual({});
        expect(await directory.candidateById('003gL0000ZZZZZZ')).toBeNull();
    });
});

test('10,000 more contacts: still the best first, at most 25', async () => {
    const admin = await connectAsAdmin(org);
    const batches = Array.from({ length: 50 }, (_, batch) =>
        Array.from({ length: 200 }, (_contact, index) => ({
            attributes: { type: 'Contact' },
            FirstName: `Beltrano ${batch}`,
            LastName: `Multidão ${index}`,
            Phone: `(62) 9${String(80_000_000 + batch * 200 + index)}`
        }))
    );
    for (const records of batches)
        await admin.request({
            method: 'POST',
            url: '/services/data/v66.0/composite/sobjects',
            body: JSON.stringify({ allOrNone: true, records }),
            headers: { 'content-type': 'application/json' }
        });
    await org.create('Contact', { LastName: 'Multidão' });
    await org.create('Contact', { FirstName: 'Zulmira', LastName: 'Quintela' });
    const crowd = await directoryIn().search('multidao');
    expect(crowd).toHaveLength(25);
    expect((await namesFor('multidao 7')).slice(0, 1)).toEqual([expect.stringMatching(/Multidão 7$/)]);
    expect(await namesFor('zulm quint')).toEqual(['Zulmira Quintela']);
    expect(await namesFor('62 98000-9999')).toEqual(['Beltrano 49 Multidão 199']);
});

describe('when Salesforce fails', () => {
    // jsforce repeats a GET once
    const failing = (status: number, errorCode: string) => ({
        kind: 'status',
        times: 2,
        status,
        errorCode,
        message: 'No',
        match: { pathIncludes: '/search' }
    });

    test.each([
        [503, 'SERVER_UNAVAILABLE', 'urn:softphone-bridge:salesforce-away', /não está respondendo/],
        [400, 'INVALID_FIELD', 'urn:softphone-bridge:salesforce-refused', /Avise o administrador/]
    ])('with %i %s, the agent is told so', async (status, errorCode, type, words) => {
        const directory = directoryIn();
        await directory.search('maria');
        await org.fail(failing(status, errorCode));
        const refusal = await directory.search('maria').catch((error: unknown) => error);
        expect(refusal).toMatchObject({
            name: 'RequestRefused',
            status: 503,
            type,
            message: expect.stringMatching(words)
        });
        await fetch(`${org.url}/_org/faults`, { method: 'DELETE' });
        expect(await directory.search('maria')).toHaveLength(1);
    });
});
