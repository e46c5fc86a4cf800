import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('an aggregate query', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => new Date('2026-11-23T15:00:00Z') });
        ana = await org.connect('ana@local.org');
        for (const seconds of [30, 90, 300]) {
            await ana.sobject('Task').create({ Subject: 'medida', CallDurationInSeconds: seconds, Priority: 'High' });
        }
        await ana.sobject('Task').create({ Subject: 'medida', Priority: 'Low' });
    });
    afterAll(() => org.close());

    const rows = async (soql: string) =>
        (await ana.query(soql)).records.map(({ attributes, ...row }) => {
            expect(attributes).toEqual({ type: 'AggregateResult' });
            return row;
        });

    it('sums up all records in one row, empty values left out', async () => {
        const soql =
            'SELECT COUNT(Id), COUNT(CallDurationInSeconds) counted, SUM(CallDurationInSeconds), ' +
            'AVG(CallDurationInSeconds) mean, MIN(CallDurationInSeconds), MAX(Subject), COUNT_DISTINCT(Priority) ' +
            "FROM Task WHERE Subject = 'medida'";
        expect(await rows(soql)).toEqual([
            { expr0: 4, counted: 3, expr1: 420, mean: 140, expr2: 30, expr3: 'medida', expr4: 2 }
        ]);
    });

    it('has one row even when nothing is found, and no row for groups of nothing', async () => {
        const found = "FROM Task WHERE Subject = 'nada'";
        expect(await rows(`SELECT COUNT(Id), SUM(CallDurationInSeconds) total ${found}`)).toEqual([
            { expr0: 0, total: null }
        ]);
        expect(await rows(`SELECT COUNT(Id) ${found} GROUP BY Priority`)).toEqual([]);
    });

    it('groups by a field, keeps the groups that HAVING accepts, and sorts them', async () => {
        const soql =
            'SELECT Status, COUNT(Id) n, MAX(CreatedDate) latest FROM Case GROUP BY Status ' +
            "HAVING COUNT(Id) > 1 AND (NOT Status = 'New') ORDER BY COUNT(Id) DESC";
        expect(await rows(soql)).toEqual([
            { Status: 'Closed', n: 5, latest: '2026-10-02T18:31:00.000+0000' },
            { Status: 'Working', n: 2, latest: '2026-11-04T12:10:00.000+0000' }
        ]);
    });

    it('groups by fields of other objects, under an alias where one is given', async () => {
        const soql =
            "SELECT Contact.Name, Owner.Name owner, COUNT(Id) FROM Case WHERE Contact.LastName = 'Pereira' " +
            'GROUP BY Contact.Name, Owner.Name ORDER BY Contact.Name, Owner.Name';
        expect(await rows(soql)).toEqual([
            { Name: 'Helena Pereira', owner: 'Ana Souza', expr0: 1 },
            { Name: 'João Pereira', owner: 'Ana Souza', expr0: 1 },
            { Name: 'João Pereira', owner: 'Bruno Lima', expr0: 1 }
        ]);
    });

    it('groups by parts of dates', async () => {
        const soql =
            'SELECT CALENDAR_YEAR(CreatedDate) y, CALENDAR_MONTH(CreatedDate) m, COUNT(Id) n FROM Case ' +
            'GROUP BY CALENDAR_YEAR(CreatedDate), CALENDAR_MONTH(CreatedDate) ' +
            'ORDER BY CALENDAR_MONTH(CreatedDate) DESC LIMIT 2';
        expect(await rows(soql)).toEqual([
            { y: 2026, m: 11, n: 3 },
            { y: 2026, m: 10, n: 2 }
        ]);
    });

    it('adds subtotals with ROLLUP and CUBE, which GROUPING marks', async () => {
        const of = (grouping: string) =>
            rows(
                'SELECT Priority, Status, GROUPING(Priority) p, COUNT(Id) n FROM Task ' +
                    `WHERE Subject = 'medida' GROUP BY ${grouping}(Priority, Status)`
            );
        const byRollup = [
            { Priority: 'High', Status: 'Not Started', p: 0, n: 3 },
            { Priority: 'Low', Status: 'Not Started', p: 0, n: 1 },
            { Priority: 'High', Status: null, p: 0, n: 3 },
            { Priority: 'Low', Status: null, p: 0, n: 1 },
            { Priority: null, Status: null, p: 1, n: 4 }
        ];
        expect(await of('ROLLUP')).toEqual(byRollup);
        const byStatus = { Priority: null, Status: 'Not Started', p: 1, n: 4 };
        expect(await of('CUBE')).toEqual([...byRollup.slice(0, 4), byStatus, ...byRollup.slice(4)]);
    });

    it.each([
        ['SELECT Subject, COUNT(Id) FROM Case GROUP BY Status', 'Field must be grouped or aggregated: Subject'],
        ['SELECT Subject, COUNT(Id) FROM Case', 'Field must be grouped or aggregated: Subject'],
        [
            'SELECT CALENDAR_YEAR(CreatedDate) FROM Case',
            'Field must be grouped or aggregated: CALENDAR_YEAR(CreatedDate)'
        ],
        [
            'SELECT COUNT(Id) FROM Case GROUP BY Status ORDER BY Subject',
            'Ordered field must be grouped or aggregated: Subject'
        ],
        ['SELECT Status, COUNT(Status) FROM Case GROUP BY Status', 'Grouped field should not be aggregated: Status'],
        ['SELECT Status, Status FROM Case GROUP BY Status', 'duplicate alias: Status'],
        ['SELECT Status FROM Case GROUP BY Status, Status', 'duplicate grouping expression: Status'],
        ['SELECT COUNT(Id) FROM Case LIMIT 1', 'overall aggregate functions cannot also use LIMIT'],
        ['SELECT SUM(Subject) FROM Case', 'field Subject does not support aggregate operator SUM'],
        ['SELECT COUNT(IsClosed) FROM Case', 'field IsClosed does not support aggregate operator COUNT'],
        ['SELECT CreatedDate FROM Case GROUP BY CreatedDate', "field 'CreatedDate' can not be grouped in a query call"],
        ['SELECT HOUR_IN_DAY(Birthdate) FROM Contact GROUP BY HOUR_IN_DAY(Birthdate)', 'HOUR_IN_DAY'],
        ['SELECT Name, COUNT() FROM Contact', "unexpected token: ')'"],
        ['SELECT COUNT() FROM Contact GROUP BY LastName', "unexpected token: ')'"],
        ['SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account', 'only root queries support aggregate expressions'],
        ['SELECT COUNT(Id), (SELECT Id FROM Contacts) FROM Account', 'Grouped query cannot use child relationships'],
        ['SELECT LastName FROM Contact GROUP BY ROLLUP(LastName, FirstName, Email, Phone)', 'at most 3 fields']
    ])('is malformed: %s', async (soql, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({
            errorCode: 'MALFORMED_QUERY',
            message: expect.stringContaining(message)
        });
    });

    it('has no second batch', async () => {
        for (let batch = 0; batch < 11; batch++) {
            const leads = Array.from({ length: 200 }, (_, index) => ({
                LastName: `${batch}-${index}`,
                Company: 'Lote'
            }));
            await ana.sobject('Lead').create(leads);
        }
        const soql = 'SELECT LastName FROM Lead GROUP BY LastName';
        expect(await refusalOf(ana.query(soql))).toEqual({
            errorCode: 'EXCEEDED_ID_LIMIT',
            message: 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
        });
        expect(await rows(`${soql} LIMIT 2000`)).toHaveLength(2000);
    });
});
