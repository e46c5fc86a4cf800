import type { Connection } from 'jsforce';
import { resolveDateLiteral } from '../../src/query/dateLiterals.ts';
import { numericDateFunctions } from '../../src/query/dateFunctions.ts';
import { UserCalendar } from '../../src/query/userCalendar.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe('the days of a date literal', () => {
    // a Monday, 23:30 in São Paulo; in London it is Tuesday
    const now = new Date('2026-11-24T02:30:00Z');
    const saoPaulo = new UserCalendar('America/Sao_Paulo', 'pt-BR');
    const london = new UserCalendar('Europe/London', 'en-GB');

    it.each([
        ['TODAY', '2026-11-23', '2026-11-24'],
        ['YESTERDAY', '2026-11-22', '2026-11-23'],
        ['TOMORROW', '2026-11-24', '2026-11-25'],
        ['THIS_WEEK', '2026-11-22', '2026-11-29'],
        ['LAST_WEEK', '2026-11-15', '2026-11-22'],
        ['NEXT_WEEK', '2026-11-29', '2026-12-06'],
        ['THIS_MONTH', '2026-11-01', '2026-12-01'],
        ['LAST_MONTH', '2026-10-01', '2026-11-01'],
        ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
        ['LAST_90_DAYS', '2026-08-25', '2026-11-24'],
        ['NEXT_90_DAYS', '2026-11-24', '2027-02-22'],
        ['LAST_N_DAYS:0', '2026-11-23', '2026-11-24'],
        ['LAST_N_DAYS:1', '2026-11-22', '2026-11-24'],
        ['NEXT_N_DAYS:1', '2026-11-24', '2026-11-25'],
        ['N_DAYS_AGO:2', '2026-11-21', '2026-11-22'],
        ['LAST_N_WEEKS:2', '2026-11-08', '2026-11-22'],
        ['NEXT_N_WEEKS:1', '2026-11-29', '2026-12-06'],
        ['N_WEEKS_AGO:1', '2026-11-15', '2026-11-22'],
        ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
        ['NEXT_N_MONTHS:2', '2026-12-01', '2027-02-01'],
        ['N_MONTHS_AGO:12', '2025-11-01', '2025-12-01'],
        ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
        ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
        ['NEXT_QUARTER', '2027-01-01', '2027-04-01'],
        ['LAST_N_QUARTERS:2', '2026-04-01', '2026-10-01'],
        ['THIS_YEAR', '2026-01-01', '2027-01-01'],
        ['LAST_YEAR', '2025-01-01', '2026-01-01'],
        ['next_n_years:2', '2027-01-01', '2029-01-01'],
        ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01']
    ])('%s is %s to %s', (literal, start, end) => {
        const range = resolveDateLiteral(literal, saoPaulo, now);
        expect([day(range.start), day(range.end)]).toEqual([start, end]);
    });

    it('are those of the user’s time zone, and weeks begin as in the user’s locale', () => {
        expect(day(resolveDateLiteral('TODAY', london, now).start)).toBe('2026-11-24');
        expect(day(resolveDateLiteral('THIS_WEEK', london, now).start)).toBe('2026-11-23');
    });

    it('begin at the user’s midnight, or at the hour that clocks skip to', () => {
        const startOf = (timeZone: string, text: string) =>
            new Date(new UserCalendar(timeZone, 'en-US').startOfDay(Date.parse(text))).toISOString();
        expect(startOf('America/Sao_Paulo', '2026-11-23')).toBe('2026-11-23T03:00:00.000Z');
        expect(startOf('America/New_York', '2026-11-01')).toBe('2026-11-01T04:00:00.000Z');
        expect(startOf('America/New_York', '2026-11-02')).toBe('2026-11-02T05:00:00.000Z');
        expect(startOf('America/Sao_Paulo', '2018-11-04')).toBe('2018-11-04T03:00:00.000Z');
    });

    it('are not known for fiscal years', () => {
        expect(() => resolveDateLiteral('LAST_N_FISCAL_QUARTERS:2', saoPaulo, now)).toThrow('NOT_EMULATED');
    });
});

describe('a date function', () => {
    it.each([
        ['CALENDAR_YEAR', 2026],
        ['CALENDAR_QUARTER', 4],
        ['CALENDAR_MONTH', 11],
        ['DAY_IN_YEAR', 328],
        ['DAY_IN_MONTH', 24],
        ['DAY_IN_WEEK', 3],
        ['WEEK_IN_YEAR', 47],
        ['WEEK_IN_MONTH', 4],
        ['HOUR_IN_DAY', 2]
    ])('%s of 24 November 2026, 02:30 is %i', (name, expected) => {
        expect(numericDateFunctions[name]?.(new Date('2026-11-24T02:30:00Z'))).toBe(expected);
    });
});

describe('dates in a query', () => {
    let org: TestOrg;
    let ana: Connection;
    let now = new Date('2026-11-24T02:30:00Z');

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now });
        ana = await org.connect('ana@local.org');
        await ana.sobject('Task').create({ Subject: 'noite', ActivityDate: '2026-11-23' });
        now = new Date('2026-11-24T03:30:00Z');
        await ana.sobject('Task').create({ Subject: 'madrugada', ActivityDate: '2026-11-24' });
    });
    afterAll(() => org.close());

    it.each([
        ['CreatedDate = TODAY', ['madrugada']],
        ['CreatedDate = YESTERDAY', ['noite']],
        ['CreatedDate < TODAY', ['noite']],
        ['CreatedDate >= YESTERDAY', ['noite', 'madrugada']],
        ['CreatedDate IN (TODAY, LAST_YEAR)', ['madrugada']],
        ['CreatedDate != TODAY', ['noite']],
        ['ActivityDate = TODAY', ['madrugada']],
        ['ActivityDate <= LAST_N_DAYS:0', ['noite', 'madrugada']],
        ['ActivityDate = 2026-11-23', ['noite']],
        ['CreatedDate = 2026-11-23T23:30:00-03:00', ['noite']],
        ['DAY_ONLY(CreatedDate) = 2026-11-24', ['noite', 'madrugada']],
        ['DAY_ONLY(convertTimezone(CreatedDate)) = 2026-11-24', ['madrugada']],
        ['HOUR_IN_DAY(convertTimezone(CreatedDate)) = 23', ['noite']],
        ['CALENDAR_MONTH(ActivityDate) IN (11, 12) AND DAY_IN_MONTH(ActivityDate) > 23', ['madrugada']]
    ])('%s finds %j', async (condition, expected) => {
        const { records } = await ana.query(`SELECT Subject FROM Task WHERE ${condition} ORDER BY CreatedDate`);
        expect(records.map(({ Subject }) => Subject)).toEqual(expected);
    });
});
