import type { FieldValue } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

type Presence = Exclude<FieldValue, null>;

/** Below zero when `left` comes first, by the field's type; text compares without regard to case. */
export function compareValues(field: FieldDefinition, left: Presence, right: Presence): number {
    const [a, b] = [comparableValue(field, left), comparableValue(field, right)];
    if (a === b) return 0;
    return a < b ? -1 : 1;
}

/** What two values have in common, as ===, when they are equal by the field's type: ids are told apart by case. */
export function comparableValue(field: FieldDefinition, value: Presence): Presence {
    if (field.type === 'datetime') return toMilliseconds(value);
    const isExact = field.caseSensitive || field.type === 'id' || field.type === 'reference';
    return typeof value === 'string' && !isExact ? value.toLowerCase() : value;
}

/** Milliseconds since 1970 of a stored date or instant, or of one written in a query. */
export function toMilliseconds(value: Presence): number {
    return Date.parse(String(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
