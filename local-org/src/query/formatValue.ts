import type { FieldValue } from '../data/salesforceRecord.ts';
import { notEmulated } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { toMilliseconds } from './compareValues.ts';
import type { UserCalendar } from './userCalendar.ts';

type Format = (value: Exclude<FieldValue, null>) => string;

/**
 * How FORMAT() writes values of the field for a user: by the locale's ICU formats, times in the user's time zone.
 *
 * @throws SalesforceError NOT_EMULATED for types other than numbers, dates and date-times
 */
export function formatValue({ type, scale, name }: FieldDefinition, { locale, timeZone }: UserCalendar): Format {
    if (type === 'int' || type === 'double') {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: scale, maximumFractionDigits: scale });
        return (value) => format.format(Number(value));
    }
    const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    if (type === 'date') {
        const format = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
        return (value) => format.format(toMilliseconds(value));
    }
    if (type === 'datetime') {
        const date = new Intl.DateTimeFormat(locale, { ...day, timeZone });
        const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
        return (value) => [date, time].map((format) => format.format(toMilliseconds(value))).join(', ');
    }
    throw notEmulated(`FORMAT of ${name}`);
}
