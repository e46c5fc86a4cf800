import type { CallContext } from '../callContext.ts';
import { insufficientAccess } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { checkRecord } from './checkRecord.ts';
import { formatInstant } from './formatInstant.ts';
import { readBody, type RecordBody } from './readBody.ts';
import { requireRecord } from './requireRecord.ts';
import { saveRules } from './rules/saveRules.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';

/**
 * Changes the fields given and no others.
 *
 * @throws SalesforceError; the record stays as it was then
 */
export function updateRecord(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    idText: string,
    body: RecordBody
): void {
    org.records.transaction(() => {
        const previous = requireRecord(org, context, object, idText);
        if (!context.access.canEditRecord(object, previous)) {
            throw insufficientAccess('insufficient access rights on object id');
        }
        const given = readBody(org, context, object, body, 'update');
        const now = formatInstant(org.clock());
        const record: SalesforceRecord = {
            ...previous,
            ...given,
            LastModifiedDate: now,
            LastModifiedById: context.access.userId,
            SystemModstamp: now
        };
        saveRules[object.name]?.({ org, context, record, previous, given });
        checkRecord(org, object, record, previous);
        org.records.put(object.name, record);
    });
}
