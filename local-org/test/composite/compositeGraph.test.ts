import type { Connection } from 'jsforce';
import type { CompositeResult } from './compositeRequests.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const SOBJECTS = '/services/data/v66.0/sobjects';

interface GraphAnswer {
    graphId: string;
    graphResponse: { compositeResponse: CompositeResult[] };
    isSuccessful: boolean;
}

describe('composite graphs', () => {
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const run = async (graphs: object[]) =>
        (await admin.requestPost<{ graphs: GraphAnswer[] }>('/services/data/v66.0/composite/graph', { graphs })).graphs;
    const node = (referenceId: string, object: string, body: object) => ({
        method: 'POST',
        url: `${SOBJECTS}/${object}`,
        referenceId,
        body
    });
    const goodGraph = (graphId: string, name: string) => ({
        graphId,
        compositeRequest: [
            node('account', 'Account', { Name: name }),
            node('contact', 'Contact', { LastName: name, AccountId: '@{account.id}' })
        ]
    });
    const badGraph = (graphId: string, name: string) => ({
        graphId,
        compositeRequest: [node('account', 'Account', { Name: name }), node('contact', 'Contact', {})]
    });
    const countAccounts = async (name: string) =>
        (await admin.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

    it('stand or fall each on its own', async () => {
        const graphs = await run([goodGraph('1', 'Grafo bom'), badGraph('2', 'Grafo ruim')]);
        expect(graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
            ['1', true],
            ['2', false]
        ]);
        const [good, bad] = graphs.map(({ graphResponse }) => graphResponse.compositeResponse);
        expect(good?.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201]);
        expect(bad?.map(({ body }) => (body as { errorCode: string }[])[0]?.errorCode)).toEqual([
            'PROCESSING_HALTED',
            'REQUIRED_FIELD_MISSING'
        ]);
        expect([await countAccounts('Grafo bom'), await countAccounts('Grafo ruim')]).toEqual([1, 0]);
    });

    it('take no subrequest from before there were graphs', async () => {
        const url = '/services/data/v49.0/sobjects/Account';
        const graph = { graphId: '1', compositeRequest: [{ ...node('a', 'Account', { Name: 'x' }), url }] };
        expect(await refusalOf(run([graph]))).toMatchObject({ errorCode: 'INVALID_INPUT' });
    });

    it('take 500 nodes in one request', async () => {
        const compositeRequest = Array.from({ length: 500 }, (_, index) =>
            node(`n${index}`, 'Account', { Name: 'Quinhentos' })
        );
        const [graph] = await run([{ graphId: 'g', compositeRequest }]);
        expect(graph?.isSuccessful).toBe(true);
        expect(await countAccounts('Quinhentos')).toBe(500);
    });

    it('are not begun any more after the fifteenth failure', async () => {
        const graphs = await run([
            ...Array.from({ length: 15 }, (_, index) => badGraph(`bad${index}`, 'Tarde')),
            goodGraph('late', 'Tarde')
        ]);
        expect(graphs.at(-1)).toMatchObject({
            isSuccessful: false,
            graphResponse: { compositeResponse: [{ body: [{ errorCode: 'PROCESSING_HALTED' }] }, {}] }
        });
        expect(await countAccounts('Tarde')).toBe(0);
    });

    const accounts = (count: number) => Array.from({ length: count }, (_, index) => node(`n${index}`, 'Account', {}));
    const chain = Array.from({ length: 16 }, (_, index) =>
        node(`n${index}`, 'Account', { Name: index === 0 ? 'x' : `@{n${index - 1}.id}` })
    );

    it.each([
        ['76 graphs', Array.from({ length: 76 }, (_, n) => goodGraph(`g${n}`, 'x')), 'LIMIT_EXCEEDED'],
        ['501 nodes', [{ graphId: 'g', compositeRequest: accounts(501) }], 'LIMIT_EXCEEDED'],
        ['a chain of 16 references', [{ graphId: 'g', compositeRequest: chain }], 'LIMIT_EXCEEDED'],
        ['one graphId twice', [goodGraph('g', 'x'), goodGraph('g', 'x')], 'JSON_PARSER_ERROR'],
        ['no graphId', [{ compositeRequest: accounts(1) }], 'JSON_PARSER_ERROR'],
        [
            'a query',
            [
                {
                    graphId: 'g',
                    compositeRequest: [{ method: 'GET', url: '/services/data/v66.0/query?q=x', referenceId: 'r' }]
                }
            ],
            'INVALID_INPUT'
        ]
    ])('are refused with %s', async (_what, graphs, errorCode) => {
        expect((await refusalOf(run(graphs))).errorCode).toBe(errorCode);
        expect(await countAccounts('x')).toBe(0);
    });
});
