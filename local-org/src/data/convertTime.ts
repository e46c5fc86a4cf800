import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { formatInstant } from './formatInstant.ts';
import { isDayOfCalendar } from './isDayOfCalendar.ts';
import { WrongValue } from './wrongValue.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const HAS_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;
const DATE_LENGTH = 10;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/;

/** @throws SalesforceError JSON_PARSER_ERROR for what is no date, instant or time of day */
export function convertTime(field: FieldDefinition, value: unknown): string {
    if (field.type === 'time') return convertTimeOfDay(field, value);
    const isDate = field.type === 'date';
    const pattern = isDate ? DATE : DATE_TIME;
    const isWritten = typeof value === 'string' && pattern.test(value) && isDayOfCalendar(value.slice(0, DATE_LENGTH));
    const instant = isWritten ? new Date(isDate ? value : toIsoOffset(value)) : null;
    if (!instant || Number.isNaN(instant.getTime())) throw new WrongValue(field, value, field.type);
    return isDate ? instant.toISOString().slice(0, DATE_LENGTH) : formatInstant(instant);
}

/** Salesforce writes the offset without a colon, which JavaScript does not read, and takes none for UTC. */
function toIsoOffset(text: string): string {
    const withColon = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
    return HAS_OFFSET.test(withColon) ? withColon : `${withColon}Z`;
}

/** `17:30:00.000Z`: a time of day has no zone, and the Z stands all the same. */
function convertTimeOfDay(field: FieldDefinition, value: unknown): string {
    const match = typeof value === 'string' ? TIME.exec(value) : null;
    if (!match) throw new WrongValue(field, value, 'time');
    const [, hours, minutes, seconds = '00', fraction = ''] = match;
    return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}
