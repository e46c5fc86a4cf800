import { notEmulated } from '../errors/refusals.ts';
import { DAY_MS, type DayMs, type UserCalendar } from './userCalendar.ts';

/** From the first day to just before the last. */
export interface DayRange {
    start: DayMs;
    end: DayMs;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const UNIT = '(DAY|WEEK|MONTH|QUARTER|YEAR)';
const SINGLE = new RegExp(`^(LAST|THIS|NEXT)_${UNIT}$`);
const COUNTED = new RegExp(`^(LAST|NEXT)_N_${UNIT}S:(\\d+)$`);
const AGO = new RegExp(`^N_${UNIT}S_AGO:(\\d+)$`);
const DAYS_OF_WEEK = 7;
const MONTHS_OF_QUARTER = 3;
const SYNONYMS: Partial<Record<string, string>> = {
    TODAY: 'THIS_DAY',
    YESTERDAY: 'LAST_DAY',
    TOMORROW: 'NEXT_DAY',
    LAST_90_DAYS: 'LAST_N_DAYS:90',
    NEXT_90_DAYS: 'NEXT_N_DAYS:90'
};

/**
 * The days a literal such as THIS_WEEK or LAST_N_MONTHS:3 stands for (SOQL and SOSL Reference, "Date Formats and Date
 * Literals"). The last n days include today; the last n weeks, months and so on end before the current one.
 *
 * @throws SalesforceError NOT_EMULATED for fiscal literals: the org has no fiscal year settings
 */
export function resolveDateLiteral(literal: string, calendar: UserCalendar, now: Date): DayRange {
    const written = literal.toUpperCase().replace(/\s/g, '');
    const name = SYNONYMS[written] ?? written;
    const today = calendar.dayOf(now.getTime());
    const spanOf = (unit: Unit, first: number, last: number): DayRange => {
        const current = startOf(unit, today, calendar);
        return { start: shift(unit, current, first), end: shift(unit, current, last) };
    };
    const [, which, singleUnit] = SINGLE.exec(name) ?? [];
    if (which !== undefined) {
        const first = which === 'LAST' ? -1 : which === 'THIS' ? 0 : 1;
        return spanOf(singleUnit as Unit, first, first + 1);
    }
    const [, direction, unit, count] = COUNTED.exec(name) ?? [];
    if (direction === 'LAST') return spanOf(unit as Unit, -Number(count), unit === 'DAY' ? 1 : 0);
    if (direction === 'NEXT') return spanOf(unit as Unit, 1, Number(count) + 1);
    const [, agoUnit, ago] = AGO.exec(name) ?? [];
    if (agoUnit !== undefined) return spanOf(agoUnit as Unit, -Number(ago), 1 - Number(ago));
    throw notEmulated(`the date literal ${literal}`);
}

function startOf(unit: Unit, day: DayMs, calendar: UserCalendar): DayMs {
    const date = new Date(day);
    const month = date.getUTCMonth();
    switch (unit) {
        case 'DAY':
            return day;
        case 'WEEK':
            return calendar.startOfWeek(day);
        case 'MONTH':
            return Date.UTC(date.getUTCFullYear(), month, 1);
        case 'QUARTER':
            return Date.UTC(date.getUTCFullYear(), month - (month % MONTHS_OF_QUARTER), 1);
        case 'YEAR':
            return Date.UTC(date.getUTCFullYear(), 0, 1);
    }
}

/** The start of the unit that lies `count` units after one that starts on `day`. */
function shift(unit: Unit, day: DayMs, count: number): DayMs {
    const date = new Date(day);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    switch (unit) {
        case 'DAY':
            return day + count * DAY_MS;
        case 'WEEK':
            return day + count * DAYS_OF_WEEK * DAY_MS;
        case 'MONTH':
            return Date.UTC(year, month + count, 1);
        case 'QUARTER':
            return Date.UTC(year, month + count * MONTHS_OF_QUARTER, 1);
        case 'YEAR':
            return Date.UTC(year + count, 0, 1);
    }
}
