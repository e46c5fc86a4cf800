/** Whether there is such a day; JavaScript takes the 30th of February for the 2nd of March. @param date `2026-02-28` */
export function isDayOfCalendar(date: string): boolean {
    const day = new Date(date);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
