import type { CallContext } from '../callContext.ts';
import { cannotInsert } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { checkRecord } from './checkRecord.ts';
import { readBody, type RecordBody } from './readBody.ts';
import { saveRules } from './rules/saveRules.ts';
import { startRecord } from './startRecord.ts';

/**
 * Creates a record as the calling user and returns its id.
 *
 * @throws SalesforceError; nothing is stored then
 */
export function createRecord(org: Org, context: CallContext, object: ObjectDefinition, body: RecordBody): string {
    if (!context.access.canCreate(object)) throw cannotInsert(object.label);
    return org.records.transaction(() => {
        const given = readBody(org, context, object, body, 'create');
        const record = startRecord(org, object, given, context.access.userId);
        saveRules[object.name]?.({ org, context, record, previous: null, given });
        checkRecord(org, object, record, null);
        org.records.put(object.name, record);
        return record.Id;
    });
}
