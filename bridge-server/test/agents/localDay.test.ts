import fc from 'fast-check';
import { dayBounds, dayOf } from '../../src/agents/localDay.ts';

test.each([
    ['2026-11-23', 'America/Sao_Paulo', '2026-11-23T03:00:00.000Z', '2026-11-24T03:00:00.000Z'],
    ['2026-11-23', 'America/Manaus', '2026-11-23T04:00:00.000Z', '2026-11-24T04:00:00.000Z'],
    // clocks went forward at midnight: the day had 23 hours and began at one
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    // clocks went back at midnight: the day before had 25 hours
    ['2019-02-16', 'America/Sao_Paulo', '2019-02-16T02:00:00.000Z', '2019-02-17T03:00:00.000Z']
])('%s in %s', (day, timeZone, from, to) => {
    expect(dayBounds(day, timeZone)).toEqual({ from, to });
});

test('every instant lies within its own day', () => {
    const zones = fc.constantFrom('America/Sao_Paulo', 'America/Noronha', 'Asia/Kathmandu', 'UTC');
    fc.assert(
        fc.property(
            fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
            zones,
            (date, timeZone) => {
                const instant = date.toISOString();
                const { from, to } = dayBounds(dayOf(instant, timeZone), timeZone);
                expect(from <= instant && instant < to).toBe(true);
            }
        )
    );
});
