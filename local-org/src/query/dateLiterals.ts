import { notEmulated } from '../errors/refusals.ts';

/** From the first instant to just before the last, in milliseconds since 1970. */
export interface InstantRange {
    startMs: number;
    endMs: number;
}

const DAY_MS = 86_400_000;

/**
 * The days a literal such as TODAY or LAST_N_DAYS:7 stands for. Days are those of UTC; the platform counts in the
 * user's time zone.
 *
 * @throws SalesforceError NOT_EMULATED for weeks, months, quarters and years
 */
export function resolveDateLiteral(literal: string, now: Date): InstantRange {
    const todayMs = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
    const [name = '', count = '0'] = literal.toUpperCase().split(':');
    const days = Number(count);
    switch (name) {
        case 'TODAY':
            return daysFrom(todayMs, 0, 1);
        case 'YESTERDAY':
            return daysFrom(todayMs, -1, 0);
        case 'TOMORROW':
            return daysFrom(todayMs, 1, 2);
        case 'LAST_N_DAYS':
            return daysFrom(todayMs, -days, 1);
        case 'NEXT_N_DAYS':
            return daysFrom(todayMs, 1, days + 1);
        case 'N_DAYS_AGO':
            return daysFrom(todayMs, -days, -days + 1);
        default:
            throw notEmulated(`the date literal ${literal}`);
    }
}

function daysFrom(todayMs: number, first: number, last: number): InstantRange {
    return { startMs: todayMs + first * DAY_MS, endMs: todayMs + last * DAY_MS };
}
