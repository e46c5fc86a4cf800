import { findRecord, type Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/** The value a reader gets: computed when the field is derived, null when it was never written. */
export function readField(org: Org, field: FieldDefinition, record: SalesforceRecord): FieldValue {
    if (field.derive) return field.derive(record, (id) => findRecord(org, id));
    return record[field.name] ?? null;
}
