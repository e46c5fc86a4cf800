import type { Connection } from 'jsforce';
import { QueryCursors } from '../../src/query/queryCursors.ts';
import type { QueryResult } from '../../src/query/queryResult.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('a result of several batches', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
        const leads = Array.from({ length: 600 }, (_, index) => ({ LastName: `L${index}`, Company: 'Lote' }));
        for (let start = 0; start < leads.length; start += 200) {
            await ana.sobject('Lead').create(leads.slice(start, start + 200));
        }
    });
    afterAll(() => org.close());

    const soql = "SELECT LastName FROM Lead WHERE Company = 'Lote'";
    const firstBatch = (batchSize: number) =>
        ana.query(soql, { headers: { 'Sforce-Query-Options': `batchSize=${batchSize}` } });

    it('continues by locator, to its own user only', async () => {
        const first = await firstBatch(250);
        expect(first).toMatchObject({ totalSize: 600, done: false });
        expect(first.records).toHaveLength(250);
        expect(first.nextRecordsUrl).toMatch(/\/services\/data\/v66\.0\/query\/01g\w{15}-250$/);
        const stranger = await org.connect('bruno@local.org');
        const stolen = stranger.queryMore(String(first.nextRecordsUrl));
        expect((await refusalOf(stolen)).errorCode).toBe('INVALID_QUERY_LOCATOR');
        const second = await ana.queryMore(String(first.nextRecordsUrl));
        const third = await ana.queryMore(String(second.nextRecordsUrl));
        expect(third).toMatchObject({ totalSize: 600, done: true });
        const names = [first, second, third].flatMap(({ records }) => records.map(({ LastName }) => LastName));
        expect(new Set(names).size).toBe(600);
    });

    it('has between 200 and 2,000 records a batch, whatever is asked for', async () => {
        expect((await firstBatch(1)).records).toHaveLength(200);
        expect((await firstBatch(9000)).records).toHaveLength(600);
    });

    it('is fetched whole by jsforce', async () => {
        const headers = { 'Sforce-Query-Options': 'batchSize=200' };
        const { records } = await ana.query(soql, { autoFetch: true, maxFetch: 1000, headers });
        expect(records).toHaveLength(600);
    });

    it.each(['01g000000000000AAA-200', 'nonsense', '01g-x'])('is not found by the locator %s', async (locator) => {
        expect(await refusalOf(ana.queryMore(`/services/data/v66.0/query/${locator}`))).toEqual({
            errorCode: 'INVALID_QUERY_LOCATOR',
            message: 'invalid query locator'
        });
    });
});

describe('query cursors', () => {
    const result: QueryResult = { totalSize: 300, rowCount: 300, readRows: () => [] };
    const now = new Date('2026-11-23T12:00:00Z');
    const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

    const open = (cursors: QueryCursors, user = 'ana') =>
        String(cursors.firstBatch(user, result, 200, now).nextLocator);

    it('let go of a user’s oldest when an eleventh is opened', () => {
        const cursors = new QueryCursors();
        const others = open(cursors, 'bruno');
        const locators = Array.from({ length: 11 }, () => open(cursors));
        expect(() => cursors.nextBatch('ana', String(locators[0]), now)).toThrow('INVALID_QUERY_LOCATOR');
        expect(cursors.nextBatch('ana', String(locators[1]), now)).toMatchObject({ done: true });
        expect(cursors.nextBatch('bruno', others, now)).toMatchObject({ done: true });
    });

    it('close two days after they were last read', () => {
        const cursors = new QueryCursors();
        const [read, unread] = [open(cursors), open(cursors)];
        cursors.nextBatch('ana', read, hoursLater(40));
        expect(cursors.nextBatch('ana', read, hoursLater(80))).toMatchObject({ done: true });
        expect(() => cursors.nextBatch('ana', unread, hoursLater(48))).toThrow('INVALID_QUERY_LOCATOR');
    });
});
