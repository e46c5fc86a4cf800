const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Whole seconds until a moment, of which the last is counted until it is over; 0 from then on. */
export const secondsLeft = (untilMs: number, nowMs: number): number =>
    Math.max(0, Math.ceil((untilMs - nowMs) / MS_PER_SECOND));

/** How long it is until an instant, as {@link formatDuration} writes it. */
export const formatTimeLeft = (until: string, nowMs: number): string =>
    formatDuration(secondsLeft(Date.parse(until), nowMs) * MS_PER_SECOND);

/** `mm:ss`, and from one hour on `h:mm:ss`; a duration below zero (clocks that disagree) is zero. */
export function formatDuration(durationMs: number): string {
    const totalSeconds = Math.floor(Math.max(0, durationMs) / MS_PER_SECOND);
    const totalMinutes = Math.floor(totalSeconds / SECONDS_PER_MINUTE);
    const hours = Math.floor(totalMinutes / MINUTES_PER_HOUR);
    const minutesAndSeconds = `${twoDigits(totalMinutes % MINUTES_PER_HOUR)}:${twoDigits(totalSeconds % SECONDS_PER_MINUTE)}`;
    return hours > 0 ? `${hours}:${minutesAndSeconds}` : minutesAndSeconds;
}

/** A place in a recording: `m:ss`, and from one hour on `h:mm:ss`. */
export const formatPosition = (seconds: number): string =>
    formatDuration(seconds * MS_PER_SECOND).replace(/^0(?=\d)/, '');
