import type { FieldType } from '../schema/fieldDefinition.ts';

/** The Apex type that `columns=true` names for a column. */
export function apexType(type: FieldType): string {
    switch (type) {
        case 'id':
        case 'reference':
            return 'Id';
        case 'boolean':
            return 'Boolean';
        case 'int':
            return 'Integer';
        case 'double':
        case 'currency':
        case 'percent':
            return 'Double';
        case 'date':
            return 'Date';
        case 'datetime':
            return 'Datetime';
        case 'time':
            return 'Time';
        case 'string':
        case 'textarea':
        case 'encryptedstring':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
        case 'multipicklist':
            return 'String';
    }
}

export function isNumber(type: FieldType): boolean {
    return ['Integer', 'Double'].includes(apexType(type));
}

export function isText(type: FieldType): boolean {
    return apexType(type) === 'String';
}
