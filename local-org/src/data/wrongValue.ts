import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

/** The value is not even of the field's type: Salesforce's refusal while it reads the request. */
export function wrongValue(field: FieldDefinition, value: unknown, typeName: string): SalesforceError {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const kind = typeof value === 'object' ? 'START_OBJECT' : `VALUE_${typeof value}`.toUpperCase();
    return refuse(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${typeName} from ${kind} value ${shown} for field ${field.name}`
    );
}
