import type { FieldDefinition, FieldType, PicklistEntry } from './fieldDefinition.ts';

const ID_LENGTH = 18;
const PHONE_LENGTH = 40;
const EMAIL_LENGTH = 80;
const PICKLIST_LENGTH = 255;
const URL_LENGTH = 255;
const AUTO_NUMBER_LENGTH = 30;
/** Digits of a 32-bit whole number. */
const INTEGER_PRECISION = 8;

type Details = Partial<Omit<FieldDefinition, 'name' | 'label' | 'type'>>;

/** A writable, optional, standard field of the type without field-level security, changed by `details`. */
export function defineField(type: FieldType, name: string, label: string, details: Details = {}): FieldDefinition {
    return {
        name,
        label,
        type,
        length: 0,
        precision: 0,
        scale: 0,
        furthestFromZero: null,
        custom: false,
        required: false,
        createable: true,
        updateable: true,
        permissionable: false,
        securedBy: null,
        filterable: true,
        unique: false,
        caseSensitive: false,
        externalId: false,
        idLookup: false,
        defaultValue: null,
        picklist: [],
        restrictedPicklist: false,
        controllingField: null,
        referenceTo: [],
        relationshipName: null,
        childRelationshipName: null,
        deleteBehaviour: 'clearLookup',
        masterDetail: null,
        autoNumberFormat: null,
        autoNumberStart: 1,
        derive: null,
        uncomputed: null,
        mask: null,
        richText: false,
        helpText: null,
        ...details
    };
}

/** These fields under field-level security, except those that always hold a value: they have none. */
export const withFieldSecurity = (fields: FieldDefinition[]): FieldDefinition[] =>
    fields.map((field) => ({ ...field, permissionable: !field.required }));

/** Set by the platform alone. */
export const readOnly = { createable: false, updateable: false } satisfies Details;
export const required = { required: true } satisfies Details;

export function textField(name: string, label: string, length: number, details?: Details): FieldDefinition {
    return defineField('string', name, label, { length, ...details });
}

/** Text over several lines, which a query can not filter by when it is a long one (over 255 characters). */
export function textAreaField(name: string, label: string, length: number, details?: Details): FieldDefinition {
    return defineField('textarea', name, label, { length, filterable: length <= PICKLIST_LENGTH, ...details });
}

export function phoneField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('phone', name, label, { length: PHONE_LENGTH, ...details });
}

export function emailField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('email', name, label, { length: EMAIL_LENGTH, ...details });
}

export function urlField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('url', name, label, { length: URL_LENGTH, ...details });
}

/** A text that the platform counts: the format's braces become the next number. */
export function autoNumberField(name: string, label: string, format: string, details?: Details): FieldDefinition {
    const numbered = { ...readOnly, required: true, permissionable: false, autoNumberFormat: format };
    return textField(name, label, AUTO_NUMBER_LENGTH, { ...details, ...numbered });
}

export function booleanField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('boolean', name, label, { required: true, defaultValue: false, ...details });
}

export function integerField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('int', name, label, { precision: INTEGER_PRECISION, ...details });
}

export function dateField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('date', name, label, details);
}

export function dateTimeField(name: string, label: string, details?: Details): FieldDefinition {
    return defineField('datetime', name, label, details);
}

export function picklistField(name: string, label: string, values: string[], details?: Details): FieldDefinition {
    return defineField('picklist', name, label, {
        length: PICKLIST_LENGTH,
        picklist: values.map((value) => picklistEntry(value, details?.defaultValue === value)),
        ...details
    });
}

function picklistEntry(value: string, isDefault: boolean): PicklistEntry {
    return { value, label: value, active: true, isDefault };
}

/** A lookup named `<Relationship>Id`; `childRelationshipName` is its name seen from the parent. */
export function lookupField(
    name: string,
    label: string,
    referenceTo: string[],
    childRelationshipName: string | null,
    details?: Details
): FieldDefinition {
    return defineField('reference', name, label, {
        length: ID_LENGTH,
        referenceTo,
        relationshipName: name.replace(/Id$/, ''),
        childRelationshipName,
        ...details
    });
}

export function idField(): FieldDefinition {
    return defineField('id', 'Id', 'Record ID', { length: ID_LENGTH, required: true, idLookup: true, ...readOnly });
}
