import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';

const PERSON_NAME_FIELDS = ['FirstName', 'LastName'];

/** What the directory of objects and the object itself tell alike. */
export function summarizeUiObject(object: ObjectDefinition) {
    const { name, keyPrefix, label, labelPlural } = object;
    return { apiName: name, keyPrefix, label, labelPlural, nameFields: nameFieldsOf(object) };
}

/** The fields that make up the name of a record: of people first name, last name and both together. */
export function nameFieldsOf(object: ObjectDefinition): string[] {
    const hasPersonName = PERSON_NAME_FIELDS.every((name) => findField(object, name));
    return hasPersonName ? [...PERSON_NAME_FIELDS, object.nameField] : [object.nameField];
}
