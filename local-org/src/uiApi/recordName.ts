import { readField } from '../data/readField.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { keyPrefixOf } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import { findField } from '../schema/objectDefinition.ts';

/** What names a record to a person: its Name, CaseNumber, Subject. */
export function recordName(org: Org, record: SalesforceRecord): string | null {
    const object = org.schema.findByKeyPrefix(keyPrefixOf(record.Id));
    const field = object && findField(object, object.nameField);
    const name = field ? readField(org, field, record) : null;
    return name === null ? null : String(name);
}
