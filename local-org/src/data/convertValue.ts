import { refuse } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { convertNumber } from './convertNumber.ts';
import { convertPicklistValue, convertPicklistValues } from './convertPicklist.ts';
import { convertText } from './convertText.ts';
import { convertTime } from './convertTime.ts';
import type { FieldValue } from './salesforceRecord.ts';
import { WrongValue } from './wrongValue.ts';

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
        case 'currency':
        case 'percent':
            return convertNumber(field, value);
        case 'date':
        case 'datetime':
        case 'time':
            return convertTime(field, value);
        case 'picklist':
            return convertPicklistValue(field, value);
        case 'multipicklist':
            return convertPicklistValues(field, value);
        case 'id':
        case 'reference':
        case 'string':
        case 'textarea':
        case 'encryptedstring':
        case 'phone':
        case 'email':
        case 'url':
            return convertText(field, value);
    }
}

function emptyValue(field: FieldDefinition, value: unknown): FieldValue {
    if (field.type !== 'boolean') return null;
    throw refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value ?? ''}`, [
        field.name
    ]);
}

function convertBoolean(field: FieldDefinition, value: unknown): boolean {
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new WrongValue(field, value, 'boolean');
}
