import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const DEEP = 20_000;
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const caseWith = (subject: string) => `{"Subject":${subject}}`;
const inComposite = (body: string) =>
    `{"compositeRequest":[{"method":"POST","url":"/services/data/v66.0/sobjects/Case","referenceId":"a","body":${body}}]}`;

describe('a body that no client would send', () => {
    let org: TestOrg;
    let authorization: string;

    beforeAll(async () => {
        org = await startTestOrg();
        authorization = `Bearer ${(await org.logIn('admin@local.org')).accessToken}`;
    });
    afterAll(() => org.close());

    async function send(path: string, body: string | FormData, method = 'POST') {
        const json = typeof body === 'string' ? { 'Content-Type': 'application/json' } : {};
        const headers = { authorization, ...json };
        const response = await fetch(`${org.url}/services/data/v66.0${path}`, { method, headers, body });
        const text = await response.text();
        return { status: response.status, text };
    }

    it.each([
        ['/sobjects/Case', caseWith(nested(DEEP))],
        ['/ui-api/records', `{"apiName":"Case","fields":${caseWith(nested(DEEP))}}`],
        ['/composite', inComposite(caseWith(nested(DEEP)))],
        ['/composite/graph', `{"graphs":[{"graphId":"1",${inComposite(caseWith(nested(DEEP))).slice(1)}]}`],
        [
            '/composite/batch',
            `{"batchRequests":[{"method":"POST","url":"v66.0/sobjects/Case","richInput":${nested(DEEP)}}]}`
        ],
        ['/composite/tree/Account', `{"records":${nested(DEEP)}}`]
    ])('is refused by %s when it nests too deep', async (path, body) => {
        const { status, text } = await send(path, body);
        expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('nesting depth') });
    });

    it('may nest as deep as the platform’s parser goes', async () => {
        const { text } = await send('/sobjects/Case', caseWith(nested(999)));
        expect(text).toContain('Cannot deserialize instance of string from START_ARRAY value');
    });

    it('creates no record when it is a form', async () => {
        const form = new FormData();
        form.append('json', '{"Subject":"form"}');
        expect(await send('/sobjects/Case', form)).toEqual({
            status: 415,
            text: expect.stringContaining('UNSUPPORTED_MEDIA_TYPE')
        });
    });

    const odd = '{"toString":1,"valueOf":1}';
    it.each([
        ['/composite', 'POST', `{"compositeRequest":[{"method":"GET","url":${odd},"referenceId":"a"}]}`],
        ['/composite', 'POST', `{"compositeRequest":[{"method":${odd},"url":"","referenceId":"a"}]}`],
        ['/composite', 'POST', `{"compositeRequest":[{"referenceId":${odd}}]}`],
        ['/composite/batch', 'POST', `{"batchRequests":[{"method":${odd},"url":${odd}}]}`],
        ['/composite/sobjects/Case', 'POST', `{"ids":[${odd}],"fields":[${odd}]}`],
        ['/sobjects/Case', 'POST', `{"Parent":{"CallProtocol__c":${odd}}}`]
    ])('of an object where a text belongs is refused by %s: %#', async (path, method, body) => {
        expect((await send(path, body, method)).status).toBe(400);
    });

    it('names no external id by an object', async () => {
        const record = `{"attributes":{"type":"Case"},"CallProtocol__c":${odd}}`;
        const { status, text } = await send(
            '/composite/sobjects/Case/CallProtocol__c',
            `{"records":[${record}]}`,
            'PATCH'
        );
        expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('JSON_PARSER_ERROR') });
    });

    it('is read in one pass, whatever its text', async () => {
        const startedAt = performance.now();
        await send('/composite', inComposite(caseWith(JSON.stringify('@{'.repeat(100_000)))));
        const ids = Array.from(
            { length: 100_000 },
            (_, index) => `{"method":"GET","url":"/services/data/v66.0/","referenceId":"a${index}"}`
        );
        await send('/composite', `{"compositeRequest":[${ids.join(',')}]}`);
        await fetch(`${org.url}/services/Soap/u/66.0`, { method: 'POST', body: '<Body'.repeat(100_000) });
        expect(performance.now() - startedAt).toBeLessThan(3000);
    });
});
