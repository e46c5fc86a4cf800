import type { CallContext } from '../callContext.ts';
import { findRecord, type Org } from '../org.ts';

/** A day of the calendar, told by the milliseconds since 1970 of its midnight in UTC, wherever it is lived. */
export type DayMs = number;

export const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
const DEFAULT_TIME_ZONE = 'GMT';
const DEFAULT_LOCALE = 'en-US';
const DAYS_OF_WEEK = 7;

/** Days and weeks as one user lives them: in the time zone and the locale that the User record names. */
export class UserCalendar {
    readonly timeZone: string;
    readonly locale: string;
    readonly #clock: Intl.DateTimeFormat;

    constructor(timeZone: string, locale: string) {
        this.timeZone = timeZone;
        this.locale = locale;
        this.#clock = new Intl.DateTimeFormat('en-US', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
    }

    /** The instant at which clocks in UTC show what this user's clocks show at `instantMs`. */
    toLocalMs(instantMs: number): number {
        const read = new Map(this.#clock.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
        const part = (type: Intl.DateTimeFormatPartTypes) => read.get(type) ?? 0;
        return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    }

    dayOf(instantMs: number): DayMs {
        return Math.floor(this.toLocalMs(instantMs) / DAY_MS) * DAY_MS;
    }

    /** The first instant of the day; where clocks skip midnight, the moment they skip to. */
    startOfDay(day: DayMs): number {
        const guess = day - this.#offsetMs(day);
        const midnight = day - this.#offsetMs(guess);
        return this.toLocalMs(midnight) < day ? guess : midnight;
    }

    /** The day on which the week of this day begins. */
    startOfWeek(day: DayMs): DayMs {
        const { firstDay } = new Intl.Locale(this.locale).getWeekInfo();
        const sinceFirstDay = (new Date(day).getUTCDay() - firstDay + DAYS_OF_WEEK) % DAYS_OF_WEEK;
        return day - sinceFirstDay * DAY_MS;
    }

    #offsetMs(instantMs: number): number {
        return this.toLocalMs(instantMs) - Math.floor(instantMs / SECOND_MS) * SECOND_MS;
    }
}

export function calendarOf(org: Org, { access }: CallContext): UserCalendar {
    const user = findRecord(org, access.userId);
    const locale = typeof user?.LocaleSidKey === 'string' ? user.LocaleSidKey.replaceAll('_', '-') : DEFAULT_LOCALE;
    const timeZone = typeof user?.TimeZoneSidKey === 'string' ? user.TimeZoneSidKey : DEFAULT_TIME_ZONE;
    return new UserCalendar(timeZone, locale);
}
