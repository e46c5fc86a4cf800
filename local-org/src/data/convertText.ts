import { refuse } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { FieldValue } from './salesforceRecord.ts';
import { WrongValue } from './wrongValue.ts';

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}$/;

/** @throws SalesforceError JSON_PARSER_ERROR, STRING_TOO_LONG or INVALID_EMAIL_ADDRESS */
export function convertText(field: FieldDefinition, value: unknown): FieldValue {
    if (typeof value !== 'string') throw new WrongValue(field, value, 'string');
    const text = field.type === 'textarea' ? value.replace(/\r\n?/g, '\n').trimEnd() : value.trim();
    if (text === '') return null;
    if (field.type !== 'reference') refuseTooLong(field, text);
    if (field.type === 'email' && !EMAIL.test(text)) {
        throw refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
    }
    return text;
}

/** @throws SalesforceError STRING_TOO_LONG */
export function refuseTooLong(field: FieldDefinition, text: string): void {
    if (text.length <= field.length) return;
    const message = `${field.label}: data value too large: ${text} (max length=${field.length})`;
    throw refuse('STRING_TOO_LONG', message, [field.name]);
}
