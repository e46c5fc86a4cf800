import {
    autoNumberField,
    booleanField,
    dateField,
    dateTimeField,
    defineField,
    emailField,
    phoneField,
    textAreaField,
    textField,
    urlField
} from '../../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import { childNamed, flagOf, numberOf, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { CustomFieldDetails, CustomFieldSource } from './customField/customFieldSource.ts';
import { defaultValueOf } from './customField/defaultValueOf.ts';
import { locationFields } from './customField/locationFields.ts';
import { maskOf } from './customField/maskOf.ts';
import { picklistFieldOf, type FindValueSet } from './customField/picklistFieldOf.ts';
import { referenceFieldOf } from './customField/referenceFieldOf.ts';
import { formulaField, summaryField } from './customField/uncomputedFields.ts';

export type { FindValueSet } from './customField/picklistFieldOf.ts';

const LARGEST_TEXT_AREA = 255;

/**
 * A custom field as the org enforces it: one field, or two for a geolocation, its latitude and its longitude.
 *
 * @param element a `<CustomField>`, or a `<fields>` inside a CustomObject, that `checkCustomField` found nothing wrong
 *     with; its `<fullName>` is that of the field alone
 * @param objectName the object it is a field of
 * @throws Error for a type that this org does not know
 */
export function fieldsOf(element: XmlElement, objectName: string, findValueSet: FindValueSet): FieldDefinition[] {
    const name = textOf(element, 'fullName') ?? '';
    const label = textOf(element, 'label') ?? name;
    const source = { element, objectName, name, label, details: detailsOf(element) };
    if (childNamed(element, 'formula')) return [formulaField(source)];
    if (textOf(element, 'type') === 'Location') return locationFields(source);
    return [storedField(source, findValueSet)];
}

function detailsOf(element: XmlElement): CustomFieldDetails {
    const required = flagOf(element, 'required');
    return {
        custom: true,
        required,
        permissionable: !required,
        unique: flagOf(element, 'unique'),
        caseSensitive: flagOf(element, 'caseSensitive'),
        externalId: flagOf(element, 'externalId'),
        idLookup: flagOf(element, 'externalId'),
        helpText: textOf(element, 'inlineHelpText') ?? null
    };
}

function storedField(source: CustomFieldSource, findValueSet: FindValueSet): FieldDefinition {
    const { element, name, label, details } = source;
    const length = numberOf(element, 'length');
    const digits = { precision: numberOf(element, 'precision'), scale: numberOf(element, 'scale') };
    const withDefault = { ...details, defaultValue: defaultValueOf(element) };
    const type = textOf(element, 'type');
    switch (type) {
        case 'AutoNumber':
            return autoNumberField(name, label, textOf(element, 'displayFormat') ?? '{0}', {
                ...details,
                autoNumberStart: numberOf(element, 'startingNumber', 1)
            });
        case 'Checkbox': {
            const defaultValue = flagOf(element, 'defaultValue');
            return booleanField(name, label, { ...details, required: true, permissionable: true, defaultValue });
        }
        case 'Currency':
            return defineField('currency', name, label, { ...digits, ...withDefault });
        case 'Number':
            return defineField('double', name, label, { ...digits, ...withDefault });
        case 'Percent':
            return defineField('percent', name, label, { ...digits, ...withDefault });
        case 'Date':
            return dateField(name, label, details);
        case 'DateTime':
            return dateTimeField(name, label, details);
        case 'Time':
            return defineField('time', name, label, details);
        case 'Email':
            return emailField(name, label, withDefault);
        case 'Phone':
            return phoneField(name, label, withDefault);
        case 'Url':
            return urlField(name, label, withDefault);
        case 'Text':
            return textField(name, label, length, withDefault);
        case 'TextArea':
            return textAreaField(name, label, LARGEST_TEXT_AREA, withDefault);
        case 'LongTextArea':
            return textAreaField(name, label, length, withDefault);
        case 'Html':
            return textAreaField(name, label, length, { ...details, richText: true });
        case 'EncryptedText':
            return defineField('encryptedstring', name, label, {
                ...details,
                length,
                filterable: false,
                mask: maskOf(element)
            });
        case 'Picklist':
        case 'MultiselectPicklist':
            return picklistFieldOf(source, findValueSet);
        case 'Hierarchy':
        case 'Lookup':
        case 'MasterDetail':
        case 'MetadataRelationship':
            return referenceFieldOf(source);
        case 'Summary':
            return summaryField(source);
        default:
            throw new Error(`The local org does not know the field type ${type} of ${name}.`);
    }
}
