import { formatRecordId } from '../ids/formatRecordId.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { formatAutoNumber } from './formatAutoNumber.ts';
import { formatInstant } from './formatInstant.ts';
import type { GivenValues } from './readBody.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';

/** The given values over the defaults, with an id, numbers, and who and when. */
export function startRecord(org: Org, object: ObjectDefinition, given: GivenValues, userId: string): SalesforceRecord {
    const now = formatInstant(org.clock());
    const record: SalesforceRecord = {
        Id: formatRecordId(object.keyPrefix, org.records.nextNumber(object.name)),
        ...defaultValues(object),
        ...given,
        IsDeleted: false,
        CreatedDate: now,
        CreatedById: userId,
        LastModifiedDate: now,
        LastModifiedById: userId,
        SystemModstamp: now
    };
    if (object.fields.has('ownerid')) record.OwnerId ??= userId;
    numberRecord(org, object, record);
    return record;
}

function defaultValues(object: ObjectDefinition): GivenValues {
    const withDefault = [...object.fields.values()].filter((field) => field.defaultValue !== null && !field.derive);
    return Object.fromEntries(withDefault.map((field) => [field.name, field.defaultValue]));
}

function numberRecord(org: Org, object: ObjectDefinition, record: SalesforceRecord): void {
    for (const field of object.fields.values()) {
        if (!field.autoNumberFormat) continue;
        const count = org.records.nextNumber(`${object.name}.${field.name}`);
        const number = field.autoNumberStart + count - 1;
        record[field.name] = formatAutoNumber(field.autoNumberFormat, number, org.clock());
    }
}
