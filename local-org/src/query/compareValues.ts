import type { FieldValue } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

type Presence = Exclude<FieldValue, null>;

/** Below zero when `left` comes first, by the field's type; text compares without regard to case. */
export function compareValues(field: FieldDefinition, left: Presence, right: Presence): number {
    if (field.type === 'datetime') return toMilliseconds(left) - toMilliseconds(right);
    const [a, b] = [comparable(field, left), comparable(field, right)];
    if (a === b) return 0;
    return a < b ? -1 : 1;
}

/** Milliseconds since 1970 of a stored date or instant, or of one written in a query. */
export function toMilliseconds(value: Presence): number {
    return Date.parse(String(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Ids are told apart by case, whatever their field says. */
function comparable(field: FieldDefinition, value: Presence): Presence {
    const isExact = field.caseSensitive || field.type === 'id' || field.type === 'reference';
    return typeof value === 'string' && !isExact ? value.toLowerCase() : value;
}
