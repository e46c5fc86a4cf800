import {
    booleanField,
    dateField,
    dateTimeField,
    defineField,
    emailField,
    lookupField,
    phoneField,
    readOnly,
    textAreaField,
    textField
} from '../schema/fieldBuilders.ts';
import type { FieldDefinition, PicklistEntry } from '../schema/fieldDefinition.ts';
import { elementsOf, flagOf, numberOf, textOf, type MetadataElement } from './readMetadataXml.ts';

const URL_LENGTH = 255;
const SHORT_TEXT_AREA_LENGTH = 255;
const AUTO_NUMBER_LENGTH = 30;
const CUSTOM_PICKLIST_LENGTH = 255;

/**
 * A `<CustomField>` of the Metadata API as the org enforces it.
 *
 * @throws Error for a field type this org does not know
 */
export function parseCustomField(element: MetadataElement): FieldDefinition {
    const name = textOf(element, 'fullName') ?? '';
    const label = textOf(element, 'label') ?? name;
    const length = numberOf(element, 'length');
    const details = {
        custom: true,
        required: flagOf(element, 'required'),
        permissionable: !flagOf(element, 'required'),
        unique: flagOf(element, 'unique'),
        caseSensitive: flagOf(element, 'caseSensitive'),
        externalId: flagOf(element, 'externalId'),
        idLookup: flagOf(element, 'externalId'),
        helpText: textOf(element, 'inlineHelpText') ?? null
    };
    const type = textOf(element, 'type');
    switch (type) {
        case 'Text':
            return textField(name, label, length, details);
        case 'TextArea':
            return textAreaField(name, label, SHORT_TEXT_AREA_LENGTH, details);
        case 'LongTextArea':
        case 'Html':
            return textAreaField(name, label, length, details);
        case 'Phone':
            return phoneField(name, label, details);
        case 'Email':
            return emailField(name, label, details);
        case 'Url':
            return defineField('url', name, label, { length: URL_LENGTH, ...details });
        case 'Checkbox':
            return booleanField(name, label, {
                ...details,
                required: true,
                permissionable: true,
                defaultValue: flagOf(element, 'defaultValue')
            });
        case 'Date':
            return dateField(name, label, details);
        case 'DateTime':
            return dateTimeField(name, label, details);
        case 'Number': {
            const digits = { precision: numberOf(element, 'precision'), scale: numberOf(element, 'scale') };
            return defineField('double', name, label, { ...digits, ...details });
        }
        case 'Picklist':
            return defineField('picklist', name, label, {
                length: CUSTOM_PICKLIST_LENGTH,
                ...picklistOf(element),
                ...details
            });
        case 'Lookup':
            return lookupField(name, label, [textOf(element, 'referenceTo') ?? ''], childName(element), {
                ...details,
                relationshipName: name.replace(/__c$/, '__r')
            });
        case 'AutoNumber':
            return autoNumberField(name, label, textOf(element, 'displayFormat') ?? '{0}', details);
        default:
            throw new Error(`The local org does not know the field type ${type} of ${name}.`);
    }
}

export function autoNumberField(
    name: string,
    label: string,
    autoNumberFormat: string,
    details: Partial<FieldDefinition> = {}
): FieldDefinition {
    return textField(name, label, AUTO_NUMBER_LENGTH, { ...details, ...readOnly, required: true, autoNumberFormat });
}

function childName(element: MetadataElement): string | null {
    const name = textOf(element, 'relationshipName');
    return name ? `${name}__r` : null;
}

function picklistOf(
    element: MetadataElement
): Pick<FieldDefinition, 'picklist' | 'restrictedPicklist' | 'defaultValue'> {
    const valueSets = elementsOf(element, 'valueSet');
    const picklist = valueSets
        .flatMap((valueSet) => elementsOf(valueSet, 'valueSetDefinition'))
        .flatMap((definition) => elementsOf(definition, 'value'))
        .map(picklistEntryOf);
    return {
        picklist,
        restrictedPicklist: valueSets.some((valueSet) => flagOf(valueSet, 'restricted')),
        defaultValue: picklist.find((entry) => entry.isDefault)?.value ?? null
    };
}

function picklistEntryOf(element: MetadataElement): PicklistEntry {
    const value = textOf(element, 'fullName') ?? '';
    return {
        value,
        label: textOf(element, 'label') ?? value,
        active: textOf(element, 'isActive') !== 'false',
        isDefault: flagOf(element, 'default')
    };
}
