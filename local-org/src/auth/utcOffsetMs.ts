const MS_PER_MINUTE = 60_000;

/** How far a time zone is ahead of UTC at a moment: -10,800,000 ms in São Paulo. */
export function utcOffsetMs(timeZone: string, at: Date): number {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
}
