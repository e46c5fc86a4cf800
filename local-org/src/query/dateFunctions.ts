import { DAY_MS } from './userCalendar.ts';

const DAYS_OF_WEEK = 7;
const MONTHS_OF_QUARTER = 3;

type ReadDate = (date: Date) => number;

const dayOfYear: ReadDate = (date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;

/**
 * What the date functions that answer a number read off a date (SOQL and SOSL Reference, "Date Functions"). Weeks of a
 * month or year count from its first day, whatever day of the week that is; Sunday is day 1.
 */
export const numericDateFunctions: Partial<Record<string, ReadDate>> = {
    CALENDAR_YEAR: (date) => date.getUTCFullYear(),
    CALENDAR_QUARTER: (date) => Math.floor(date.getUTCMonth() / MONTHS_OF_QUARTER) + 1,
    CALENDAR_MONTH: (date) => date.getUTCMonth() + 1,
    DAY_IN_YEAR: dayOfYear,
    DAY_IN_MONTH: (date) => date.getUTCDate(),
    DAY_IN_WEEK: (date) => date.getUTCDay() + 1,
    WEEK_IN_YEAR: (date) => Math.ceil(dayOfYear(date) / DAYS_OF_WEEK),
    WEEK_IN_MONTH: (date) => Math.ceil(date.getUTCDate() / DAYS_OF_WEEK),
    HOUR_IN_DAY: (date) => date.getUTCHours()
};

/** The one that answers a date. */
export const DAY_ONLY = 'DAY_ONLY';

/** Read the clock, and so take date-times alone. */
export const CLOCK_FUNCTIONS = new Set(['HOUR_IN_DAY', DAY_ONLY]);

export function isDateFunction(name: string): boolean {
    return name === DAY_ONLY || Object.hasOwn(numericDateFunctions, name);
}
