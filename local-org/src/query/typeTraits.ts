import type { FieldType } from '../schema/fieldDefinition.ts';

/** What SOQL lets be done with the values of a type (SOQL and SOSL Reference, "Support for Field Types"). */
export interface TypeTraits {
    /** How literals compared with it are written, in the platform's word for it; null where none are understood. */
    literal: 'string' | 'boolean' | 'int' | 'double' | 'date' | 'dateTime' | null;
    groupable: boolean;
    /** Which aggregate functions take it, beside COUNT and COUNT_DISTINCT. */
    aggregates: 'none' | 'minMax' | 'all';
}

const TEXT: TypeTraits = { literal: 'string', groupable: true, aggregates: 'minMax' };

export function typeTraits(type: FieldType): TypeTraits {
    switch (type) {
        case 'id':
        case 'reference':
        case 'string':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
            return TEXT;
        case 'textarea':
        case 'encryptedstring':
        case 'multipicklist':
            return { literal: 'string', groupable: false, aggregates: 'none' };
        case 'boolean':
            return { literal: 'boolean', groupable: true, aggregates: 'none' };
        case 'int':
            return { literal: 'int', groupable: true, aggregates: 'all' };
        case 'double':
        case 'currency':
        case 'percent':
            return { literal: 'double', groupable: false, aggregates: 'all' };
        case 'date':
            return { literal: 'date', groupable: true, aggregates: 'minMax' };
        case 'datetime':
            return { literal: 'dateTime', groupable: false, aggregates: 'minMax' };
        case 'time':
            return { literal: null, groupable: true, aggregates: 'none' };
    }
}
