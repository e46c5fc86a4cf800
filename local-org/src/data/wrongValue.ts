import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { showValue } from './showValue.ts';

/** The value is not even of the field's type: Salesforce's refusal while it reads the request. */
export function wrongValue(field: Pick<FieldDefinition, 'name'>, value: unknown, typeName: string): SalesforceError {
    return refuse(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${typeName} from ${tokenOf(value)} value ${showValue(value)} for field ${field.name}`
    );
}

/** The name of the token by which the platform's JSON parser (Jackson) knows a value. */
function tokenOf(value: unknown): string {
    if (Array.isArray(value)) return 'START_ARRAY';
    if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
    return typeof value === 'string' ? 'VALUE_STRING' : 'START_OBJECT';
}
