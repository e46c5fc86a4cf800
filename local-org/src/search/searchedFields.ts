import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { FieldGroup } from './parseSosl.ts';

/** Fields shown from another record, such as Case.ContactPhone, are not in the index; a person's joined name is. */
export function isSearched(field: FieldDefinition): boolean {
    const isStored = !field.derive || field.name === 'Name';
    return isStored && !field.uncomputed && isText(field);
}

export function belongsTo(group: FieldGroup, object: ObjectDefinition, field: FieldDefinition): boolean {
    switch (group) {
        case 'ALL':
            return true;
        case 'SIDEBAR':
            return ['string', 'phone', 'email'].includes(field.type);
        case 'NAME':
            return field.name === object.nameField;
        case 'EMAIL':
            return field.type === 'email';
        case 'PHONE':
            return field.type === 'phone';
    }
}

function isText({ type }: FieldDefinition): boolean {
    switch (type) {
        case 'string':
        case 'textarea':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
        case 'multipicklist':
            return true;
        case 'id':
        case 'reference':
        case 'encryptedstring':
        case 'boolean':
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
        case 'date':
        case 'datetime':
        case 'time':
            return false;
    }
}
