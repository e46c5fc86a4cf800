import { refuse } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { FieldValue } from './salesforceRecord.ts';
import { formatInstant } from './formatInstant.ts';

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const LARGEST_INTEGER = 2 ** 31 - 1;

/**
 * A JSON value as the field stores it: trimmed, of the field's type, within its length. References are text here;
 * `checkReference` judges where they point.
 *
 * @throws SalesforceError with the code Salesforce gives for this kind of wrong value
 */
export function convertValue(field: FieldDefinition, value: unknown): FieldValue {
    if (value === null || value === undefined || value === '') return emptyValue(field, value);
    switch (field.type) {
        case 'boolean':
            return convertBoolean(field, value);
        case 'int':
        case 'double':
            return convertNumber(field, value);
        case 'date':
        case 'datetime':
            return convertTime(field, value);
        case 'id':
        case 'reference':
        case 'string':
        case 'textarea':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
            return convertText(field, value);
    }
}

function emptyValue(field: FieldDefinition, value: unknown): FieldValue {
    if (field.type !== 'boolean') return null;
    throw refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value ?? ''}`, [
        field.name
    ]);
}

function unreadable(field: FieldDefinition, value: unknown, typeName: string) {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const kind = typeof value === 'object' ? 'START_OBJECT' : `VALUE_${typeof value}`.toUpperCase();
    return refuse(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${typeName} from ${kind} value ${shown} for field ${field.name}`
    );
}

function convertBoolean(field: FieldDefinition, value: unknown): boolean {
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw unreadable(field, value, 'boolean');
}

function convertNumber(field: FieldDefinition, value: unknown): number {
    const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    const number = isNumeric ? Number(value) : Number.NaN;
    if (!Number.isFinite(number)) throw unreadable(field, value, field.type);
    if (field.type === 'int') {
        if (!Number.isInteger(number) || Math.abs(number) > LARGEST_INTEGER) throw unreadable(field, value, 'int');
        return number;
    }
    if (Math.abs(Math.trunc(number)) >= 10 ** (field.precision - field.scale)) {
        const message = `${field.label}: value outside of valid range on numeric field: ${number}`;
        throw refuse('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
    }
    return Number(number.toFixed(field.scale));
}

function convertTime(field: FieldDefinition, value: unknown): string {
    const isDate = field.type === 'date';
    const pattern = isDate ? DATE : DATE_TIME;
    const instant = typeof value === 'string' && pattern.test(value) ? new Date(toIsoOffset(value)) : null;
    if (!instant || Number.isNaN(instant.getTime())) throw unreadable(field, value, field.type);
    return isDate ? instant.toISOString().slice(0, 10) : formatInstant(instant);
}

/** Salesforce writes the offset without a colon, which JavaScript does not read. */
function toIsoOffset(text: string): string {
    return text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

function convertText(field: FieldDefinition, value: unknown): FieldValue {
    if (typeof value !== 'string') throw unreadable(field, value, 'string');
    const text = field.type === 'textarea' ? value.replace(/\r\n?/g, '\n').trimEnd() : value.trim();
    if (text === '') return null;
    if (field.type === 'picklist') return convertPicklistValue(field, text);
    if (field.type !== 'reference' && text.length > field.length) {
        const message = `${field.label}: data value too large: ${text} (max length=${field.length})`;
        throw refuse('STRING_TOO_LONG', message, [field.name]);
    }
    if (field.type === 'email' && !EMAIL.test(text)) {
        throw refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
    }
    return text;
}

function convertPicklistValue(field: FieldDefinition, text: string): string {
    const entry = field.picklist.find(({ value, active }) => active && value.toLowerCase() === text.toLowerCase());
    if (entry) return entry.value;
    if (!field.restrictedPicklist) return text;
    const message = `${field.label}: bad value for restricted picklist field: ${text}`;
    throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}
