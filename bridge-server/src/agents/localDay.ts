import type { Instant } from '../contract/instant.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One a time zone, because making one takes longer, and more memory, than all else that is done with an event. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (yyyy-mm-dd) of an instant in a time zone. */
export const dayOf = (instant: Instant, timeZone: string): string => formatOf(timeZone).format(new Date(instant));

function formatOf(timeZone: string): Intl.DateTimeFormat {
    const known = formats.get(timeZone);
    if (known) return known;
    // Swedish writes days as ISO 8601 does
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
    return format;
}

/** When a calendar day begins and ends in a time zone: 23, 24 or 25 hours apart. */
export function dayBounds(day: string, timeZone: string): { from: Instant; to: Instant } {
    const nextDay = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    return { from: startOf(day, timeZone), to: startOf(nextDay, timeZone) };
}

/** The first instant of the day; where the clock skips midnight, the first one that there is. */
function startOf(day: string, timeZone: string): Instant {
    const midnightUtc = Date.parse(`${day}T00:00:00Z`);
    let before = midnightUtc - DAY_MS;
    let within = midnightUtc + DAY_MS;
    while (within - before > 1) {
        const middle = Math.floor((before + within) / 2);
        if (dayOf(new Date(middle).toISOString(), timeZone) < day) before = middle;
        else within = middle;
    }
    return new Date(within).toISOString();
}
