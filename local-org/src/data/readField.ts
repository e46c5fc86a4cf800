import { findRecord, type Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { maskText } from './maskText.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/**
 * The value a reader gets: computed when the field is derived, null when it was never written, hidden when the field
 * is encrypted, as from everybody without "View Encrypted Data".
 */
export function readField(org: Org, field: FieldDefinition, record: SalesforceRecord): FieldValue {
    if (field.derive) return field.derive(record, (id) => findRecord(org, id));
    const value = record[field.name] ?? null;
    return field.mask && typeof value === 'string' ? maskText(field.mask, value) : value;
}
