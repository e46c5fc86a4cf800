import { startRecord } from '../../data/startRecord.ts';
import { formatInstant } from '../../data/formatInstant.ts';
import type { FieldValue } from '../../data/salesforceRecord.ts';
import type { Org } from '../../org.ts';

/** Makes the record of this id, or changes it when there is one. */
export function saveSetupRecord(
    org: Org,
    userId: string,
    objectName: string,
    values: { Id: string } & Record<string, FieldValue>
): void {
    const object = org.schema.find(objectName);
    if (!object) throw new Error(`The org has no object ${objectName}.`);
    const previous = org.records.find(objectName, values.Id);
    const now = formatInstant(org.clock());
    const changed = { LastModifiedById: userId, LastModifiedDate: now, SystemModstamp: now };
    const record = previous ? { ...previous, ...values, ...changed } : startRecord(org, object, values, userId);
    org.records.put(objectName, record);
}
