import { checkRecord } from '../data/checkRecord.ts';
import { startRecord } from '../data/startRecord.ts';
import type { GivenValues } from '../data/readBody.ts';
import { saveRules } from '../data/rules/saveRules.ts';
import type { CallContext } from '../callContext.ts';
import type { Org } from '../org.ts';

/** When seed records were made, unless they say otherwise: the same in every org. */
const PLANTED_ON = '2026-05-04T12:00:00.000+0000';

/** Stores a record with the platform's own rules, but with any value set, audit fields included. Returns its id. */
export function plantRecord(org: Org, context: CallContext, objectName: string, values: GivenValues): string {
    const object = org.schema.find(objectName);
    if (!object) throw new Error(`The org has no object ${objectName} to plant a record of.`);
    const plantedOn = values.CreatedDate ?? PLANTED_ON;
    const audit = { CreatedDate: plantedOn, LastModifiedDate: plantedOn, SystemModstamp: plantedOn };
    const record = { ...startRecord(org, object, values, context.access.userId), ...audit };
    saveRules[objectName]?.({ org, context, record, previous: null, given: values });
    Object.assign(record, values);
    checkRecord(org, object, record, null);
    org.records.put(objectName, record);
    return record.Id;
}
