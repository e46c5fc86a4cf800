import { parseInstant } from '../data/parseInstant.ts';
import type { FieldValue } from '../data/salesforceRecord.ts';
import { formatValue } from '../query/formatValue.ts';
import type { UserCalendar } from '../query/userCalendar.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

type GivenValue = Exclude<FieldValue, null>;

/** The corporate currency: the org has no other. */
const CURRENCY = 'BRL';
const MULTI_SELECT_SEPARATOR = ';';

/** What a person reads in the field, null when it is empty or, as text, its own display value. */
export function formatDisplayValue(field: FieldDefinition, value: FieldValue, reader: UserCalendar): string | null {
    if (value === null) return null;
    switch (field.type) {
        case 'picklist':
            return labelOf(value, field);
        case 'multipicklist':
            return String(value)
                .split(MULTI_SELECT_SEPARATOR)
                .map((each) => labelOf(each, field))
                .join(MULTI_SELECT_SEPARATOR);
        case 'int':
        case 'double':
        case 'date':
        case 'datetime':
            return formatValue(field, reader)(value);
        case 'time':
            return formatTimeOfDay(value, reader);
        case 'currency':
            return formatNumber(value, field, reader, { style: 'currency', currency: CURRENCY });
        case 'percent':
            return `${formatNumber(value, field, reader, {})}%`;
        case 'id':
        case 'string':
        case 'textarea':
        case 'encryptedstring':
        case 'phone':
        case 'email':
        case 'url':
        case 'boolean':
        case 'reference':
            return null;
    }
}

function labelOf(value: GivenValue, { picklist }: FieldDefinition): string {
    return picklist.find((entry) => entry.value === value)?.label ?? String(value);
}

/** `14:30:00.000Z`, which belongs to no day and no time zone. */
function formatTimeOfDay(value: GivenValue, { locale }: UserCalendar): string {
    const instant = parseInstant(`1970-01-01T${value}`);
    return instant?.toLocaleTimeString(locale, { timeStyle: 'short', timeZone: 'UTC' }) ?? String(value);
}

function formatNumber(
    value: GivenValue,
    { scale }: FieldDefinition,
    { locale }: UserCalendar,
    options: Intl.NumberFormatOptions
): string {
    const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    return Number(value).toLocaleString(locale, { ...digits, ...options });
}
