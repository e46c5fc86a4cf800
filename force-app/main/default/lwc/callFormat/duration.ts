const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `mm:ss`, and from one hour on `h:mm:ss`; a duration below zero (clocks that disagree) is zero. */
export function formatDuration(durationMs: number): string {
    const totalSeconds = Math.floor(Math.max(0, durationMs) / 1000);
    const totalMinutes = Math.floor(totalSeconds / SECONDS_PER_MINUTE);
    const hours = Math.floor(totalMinutes / MINUTES_PER_HOUR);
    const minutesAndSeconds = `${twoDigits(totalMinutes % MINUTES_PER_HOUR)}:${twoDigits(totalSeconds % SECONDS_PER_MINUTE)}`;
    return hours > 0 ? `${hours}:${minutesAndSeconds}` : minutesAndSeconds;
}
