import type { Connection } from 'jsforce';
import { apiCallsOf, composite, type CompositeBody } from './compositeRequests.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const HALTED = {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.'
};
const SOBJECTS = '/services/data/v66.0/sobjects';
const QUERY = '/services/data/v66.0/query?q=SELECT+Id+FROM+Account+LIMIT+1';

describe('a composite request', () => {
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const run = (body: CompositeBody) => composite(admin, body);
    const create = (object: string, referenceId: string, body: object) => ({
        method: 'POST',
        url: `${SOBJECTS}/${object}`,
        referenceId,
        body
    });
    const countAccounts = async (name: string) =>
        (await admin.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

    it('answers each subrequest with status, headers and body', async () => {
        const [created, read] = await run({
            compositeRequest: [
                create('Account', 'newAccount', { Name: 'Padaria Central' }),
                { method: 'GET', url: `${SOBJECTS}/Account/@{newAccount.id}?fields=Name`, referenceId: 'read' }
            ]
        });
        const id = (created?.body as { id: string }).id;
        expect(created).toEqual({
            body: { id, success: true, errors: [] },
            httpHeaders: { Location: `${SOBJECTS}/Account/${id}` },
            httpStatusCode: 201,
            referenceId: 'newAccount'
        });
        expect(read).toMatchObject({ httpStatusCode: 200, body: { Id: id, Name: 'Padaria Central' } });
    });

    it('answers a change, which has no body, with null', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Antes' });
        const [changed] = await run({
            compositeRequest: [
                { method: 'PATCH', url: `${SOBJECTS}/Account/${id}`, referenceId: 'change', body: { Name: 'Depois' } }
            ]
        });
        expect(changed).toEqual({ body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: 'change' });
        expect(await admin.sobject('Account').retrieve(String(id))).toMatchObject({ Name: 'Depois' });
    });

    it('fills in references to rows of a query, and inside longer texts', async () => {
        await run({ compositeRequest: [create('Account', 'a', { Name: 'Rede Sul' })] });
        const results = await run({
            compositeRequest: [
                {
                    method: 'GET',
                    url: "/services/data/v66.0/query?q=SELECT+Id,Name+FROM+Account+WHERE+Name='Rede Sul'",
                    referenceId: 'found'
                },
                create('Contact', 'contact', {
                    LastName: 'de @{found.records[0].Name} (@{found.totalSize})',
                    AccountId: '@{found.records[0].Id}'
                }),
                { method: 'GET', url: `${SOBJECTS}/Contact/@{contact.id}?fields=LastName`, referenceId: 'read' }
            ]
        });
        expect(results.at(-1)).toMatchObject({ httpStatusCode: 200, body: { LastName: 'de Rede Sul (1)' } });
    });

    it('takes an empty field for null', async () => {
        const results = await run({
            compositeRequest: [
                create('Contact', 'first', { LastName: 'Sem nome' }),
                { method: 'GET', url: `${SOBJECTS}/Contact/@{first.id}?fields=FirstName`, referenceId: 'read' },
                create('Contact', 'second', { LastName: 'Igual', FirstName: '@{read.FirstName}' })
            ]
        });
        expect(results.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 200, 201]);
    });

    it('could not do so before version 52.0', async () => {
        const older = await composite(
            admin,
            {
                compositeRequest: [
                    create('Contact', 'first', { LastName: 'Sem nome' }),
                    { method: 'GET', url: `${SOBJECTS}/Contact/@{first.id}?fields=FirstName`, referenceId: 'read' },
                    create('Contact', 'second', { LastName: 'Igual', FirstName: '@{read.FirstName}' })
                ]
            },
            'v51.0'
        );
        expect(older.at(-1)).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] });
    });

    it('halts what depends on a failed subrequest, and nothing else', async () => {
        const results = await run({
            compositeRequest: [
                create('Account', 'bad', { Phone: '1' }),
                create('Contact', 'dependent', { LastName: 'X', AccountId: '@{bad.id}' }),
                create('Account', 'good', { Name: 'Independente' })
            ]
        });
        expect(results.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 201]);
        expect(results[0]?.body).toEqual([
            {
                errorCode: 'REQUIRED_FIELD_MISSING',
                message: 'Required fields are missing: [Name]',
                fields: ['Name']
            }
        ]);
        expect(results[1]?.body).toEqual([
            {
                errorCode: 'PROCESSING_HALTED',
                message:
                    'Invalid reference specified. No value for bad.id found in bad. Provided referenceId ' +
                    "('bad.id') must start with a letter or a number, and it can contain only letters, numbers " +
                    "and underscores ('_')."
            }
        ]);
    });

    it('minds the case of a referenced field', async () => {
        const [, dependent] = await run({
            compositeRequest: [
                create('Account', 'a', { Name: 'Maiúsculas' }),
                create('Contact', 'c', { LastName: 'X', AccountId: '@{a.Id}' })
            ]
        });
        expect(dependent).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] });
    });

    it('leaves nothing behind when all or none was asked for', async () => {
        const results = await run({
            allOrNone: true,
            compositeRequest: [
                create('Account', 'good', { Name: 'Nada fica' }),
                create('Contact', 'bad', { FirstName: 'Sem sobrenome' }),
                create('Account', 'late', { Name: 'Nada fica' })
            ]
        });
        expect(results.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 400]);
        expect([results[0]?.body, results[2]?.body]).toEqual([[HALTED], [HALTED]]);
        expect(results[1]?.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
        expect(await countAccounts('Nada fica')).toBe(0);
    });

    it.each([
        [true, 0],
        [false, 1]
    ])('with allOrNone %s keeps %i good record of an sObject Collection', async (allOrNone, kept) => {
        const name = `Coleção ${allOrNone}`;
        const [collection] = await run({
            allOrNone,
            compositeRequest: [
                {
                    method: 'POST',
                    url: '/services/data/v66.0/composite/sobjects',
                    referenceId: 'collection',
                    body: {
                        allOrNone: false,
                        records: [{ attributes: { type: 'Account' }, Name: name }, { attributes: { type: 'Account' } }]
                    }
                }
            ]
        });
        expect(collection?.httpStatusCode).toBe(200);
        expect(await countAccounts(name)).toBe(kept);
    });

    it('hands headers to the subrequest that names them', async () => {
        const results = await run({
            compositeRequest: [
                { ...create('Case', 'assigned', { Origin: 'Phone' }), httpHeaders: {} },
                { ...create('Case', 'mine', { Origin: 'Phone' }), httpHeaders: { 'Sforce-Auto-Assign': 'FALSE' } },
                { method: 'GET', url: `${SOBJECTS}/Case/@{assigned.id}?fields=Owner.Name`, referenceId: 'one' },
                { method: 'GET', url: `${SOBJECTS}/Case/@{mine.id}?fields=Owner.Name`, referenceId: 'other' }
            ]
        });
        const owners = results.slice(2).map(({ body }) => (body as { Owner: { Name: string } }).Owner.Name);
        expect(owners).toEqual(['Fila do telefone', 'Adélia Martins']);
    });

    it('is one API call, whatever it holds', async () => {
        const before = await apiCallsOf(admin);
        await run({ compositeRequest: [1, 2, 3].map((n) => create('Task', `t${n}`, { Subject: 'x' })) });
        expect((await apiCallsOf(admin)) - before).toBe(2);
    });

    it('upserts by an external id', async () => {
        const upsert = {
            method: 'PATCH',
            url: `${SOBJECTS}/Case/CallProtocol__c/composite-1`,
            referenceId: 'upsert',
            body: { Subject: 'x' }
        };
        const first = await run({ compositeRequest: [upsert] });
        const second = await run({ compositeRequest: [upsert] });
        expect([first[0]?.httpStatusCode, second[0]?.httpStatusCode]).toEqual([201, 200]);
    });

    it('answers 404 for what is not there', async () => {
        const [result] = await run({
            compositeRequest: [{ method: 'GET', url: `${SOBJECTS}/Nope__c/1`, referenceId: 'r' }]
        });
        expect(result).toMatchObject({ httpStatusCode: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    });

    const manyTimes = (count: number, url: string) =>
        Array.from({ length: count }, (_, index) => ({ method: 'GET', url, referenceId: `r${index}` }));

    it.each([
        ['an empty list', [], 'JSON_PARSER_ERROR'],
        ['26 subrequests', manyTimes(26, `${SOBJECTS}/Account`), 'LIMIT_EXCEEDED'],
        ['six queries', manyTimes(6, QUERY), 'LIMIT_EXCEEDED'],
        ['one referenceId twice', [...manyTimes(1, SOBJECTS), ...manyTimes(1, SOBJECTS)], 'JSON_PARSER_ERROR'],
        ['no referenceId', [{ method: 'GET', url: SOBJECTS }], 'JSON_PARSER_ERROR'],
        ['a method in small letters', [{ method: 'get', url: SOBJECTS, referenceId: 'r' }], 'JSON_PARSER_ERROR'],
        ['a url without version', [{ method: 'GET', url: '/sobjects', referenceId: 'r' }], 'JSON_PARSER_ERROR'],
        [
            'a header that subrequests inherit',
            [{ method: 'GET', url: SOBJECTS, referenceId: 'r', httpHeaders: { Authorization: 'x' } }],
            'JSON_PARSER_ERROR'
        ],
        ['another composite', manyTimes(1, '/services/data/v66.0/composite'), 'INVALID_INPUT'],
        ['limits', manyTimes(1, '/services/data/v66.0/limits'), 'INVALID_INPUT']
    ])('is refused as a whole with %s', async (_what, compositeRequest, errorCode) => {
        expect((await refusalOf(run({ compositeRequest }))).errorCode).toBe(errorCode);
    });

    it('says which characters a referenceId may have', async () => {
        const refusal = await refusalOf(
            run({ compositeRequest: [{ method: 'GET', url: SOBJECTS, referenceId: 'refNewAccount[1]' }] })
        );
        expect(refusal).toEqual({
            errorCode: 'JSON_PARSER_ERROR',
            message:
                "Provided referenceId ('refNewAccount[1]') must start with a letter or a number, and it can contain " +
                "only letters, numbers and underscores ('_')."
        });
    });

    it('lists its kinds', async () => {
        expect(await admin.request('/services/data/v66.0/composite')).toEqual({
            tree: '/services/data/v66.0/composite/tree',
            batch: '/services/data/v66.0/composite/batch',
            sobjects: '/services/data/v66.0/composite/sobjects',
            graph: '/services/data/v66.0/composite/graph'
        });
    });
});
