import type { Connection } from 'jsforce';
import { apiCallsOf } from './compositeRequests.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

interface BatchAnswer {
    hasErrors: boolean;
    results: { statusCode: number; result: unknown }[];
}

describe('a composite batch', () => {
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const run = (body: object) => admin.requestPost<BatchAnswer>('/services/data/v66.0/composite/batch', body);

    it('changes a record and reads it back', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Antes' });
        const answer = await run({
            batchRequests: [
                { method: 'PATCH', url: `v66.0/sobjects/Account/${id}`, richInput: { Name: 'Depois' } },
                { method: 'GET', url: `v66.0/sobjects/Account/${id}?fields=Name` }
            ]
        });
        expect(answer.hasErrors).toBe(false);
        expect(answer.results).toMatchObject([
            { statusCode: 204, result: null },
            { statusCode: 200, result: { Name: 'Depois' } }
        ]);
    });

    const bad = { method: 'POST', url: 'v66.0/sobjects/Account', richInput: {} };
    const good = { method: 'GET', url: 'v66.0/limits' };

    it('goes on after an error', async () => {
        const { hasErrors, results } = await run({ batchRequests: [bad, good] });
        expect(hasErrors).toBe(true);
        expect(results[0]).toMatchObject({ statusCode: 400, result: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] });
        expect(results[1]?.statusCode).toBe(200);
    });

    it('stops at the first error when told to', async () => {
        const { results } = await run({ haltOnError: true, batchRequests: [good, bad, good] });
        expect(results.map(({ statusCode }) => statusCode)).toEqual([200, 400, 412]);
        expect(results[2]?.result).toMatchObject([{ errorCode: 'BATCH_PROCESSING_HALTED' }]);
    });

    it('counts each subrequest as an API call', async () => {
        const before = await apiCallsOf(admin);
        await run({ batchRequests: [good, good, good] });
        expect((await apiCallsOf(admin)) - before).toBe(4);
    });

    it.each([
        ['26 subrequests', Array.from({ length: 26 }, () => good), 'LIMIT_EXCEEDED'],
        ['nothing', [], 'JSON_PARSER_ERROR'],
        ['a url that is none', [{ method: 'GET', url: 'limits' }], 'JSON_PARSER_ERROR'],
        ['a composite', [{ method: 'POST', url: 'v66.0/composite' }], 'INVALID_INPUT'],
        ['a later version than its own', [{ method: 'GET', url: 'v67.0/limits' }], 'INVALID_INPUT']
    ])('is refused as a whole with %s', async (_what, batchRequests, errorCode) => {
        expect((await refusalOf(run({ batchRequests }))).errorCode).toBe(errorCode);
    });
});
