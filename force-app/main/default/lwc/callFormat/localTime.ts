import userLocale from '@salesforce/i18n/locale';

/** Building a formatter costs more than a thousand uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = formatters.get(key);
    if (known) return known;
    const formatter = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, formatter);
    return formatter;
}

/** Hour and minute of an instant where the agent is, as the agent's locale writes them. @param timeZone IANA name */
export function formatTimeOfDay(instant: string, timeZone: string): string {
    return formatterFor(userLocale, { hour: '2-digit', minute: '2-digit', timeZone }).format(Date.parse(instant));
}

/** Such as `23 de novembro`, as the agent's locale writes it. @param day `YYYY-MM-DD` */
export function formatDay(day: string): string {
    return formatterFor(userLocale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** Hour, minute and second of an instant where the agent is, as the agent's locale writes them. @param timeZone IANA name */
export function formatTimeOfDayExactly(instant: string, timeZone: string): string {
    return formatterFor(userLocale, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone }).format(
        Date.parse(instant)
    );
}

/** Day, hour and minute of an instant where the agent is, as the agent's locale writes them. @param timeZone IANA name */
export function formatMoment(instant: string, timeZone: string): string {
    return formatterFor(userLocale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(Date.parse(instant));
}

/** The calendar day of a moment where the agent is, as `YYYY-MM-DD`. @param timeZone IANA name */
export function localDay(momentMs: number, timeZone: string): string {
    const parts = formatterFor('en-US', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(
        momentMs
    );
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
}
