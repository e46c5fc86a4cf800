import { refuse } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { refuseTooLong } from './convertText.ts';
import type { FieldValue } from './salesforceRecord.ts';
import { WrongValue } from './wrongValue.ts';

const SEPARATOR = ';';

/** @throws SalesforceError JSON_PARSER_ERROR or INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST */
export function convertPicklistValue(field: FieldDefinition, value: unknown): FieldValue {
    if (typeof value !== 'string') throw new WrongValue(field, value, 'string');
    const text = value.trim();
    return text === '' ? null : chooseValue(field, text);
}

/**
 * Several values parted by semicolons, each once, in the order of the picklist and those it does not have after them.
 *
 * @throws SalesforceError JSON_PARSER_ERROR, INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST or STRING_TOO_LONG
 */
export function convertPicklistValues(field: FieldDefinition, value: unknown): FieldValue {
    if (typeof value !== 'string') throw new WrongValue(field, value, 'string');
    const texts = value.split(SEPARATOR).map((text) => text.trim());
    const chosen = new Set(texts.filter((text) => text !== '').map((text) => chooseValue(field, text)));
    const known = field.picklist.map((entry) => entry.value).filter((each) => chosen.has(each));
    const joined = [...new Set([...known, ...chosen])].join(SEPARATOR);
    refuseTooLong(field, joined);
    return joined === '' ? null : joined;
}

function chooseValue(field: FieldDefinition, text: string): string {
    const entry = field.picklist.find(({ value, active }) => active && value.toLowerCase() === text.toLowerCase());
    if (entry) return entry.value;
    if (!field.restrictedPicklist) return text;
    const message = `${field.label}: bad value for restricted picklist field: ${text}`;
    throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}
