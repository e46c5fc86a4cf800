import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { notFound } from '../errors/refusals.ts';
import { keyPrefixOf, parseRecordId } from '../ids/recordId.ts';
import type { ApiCall } from '../rest/apiCall.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { requireUiObject } from './requireUiObject.ts';
import { illegalParameter, noAccess } from './uiApiRefusals.ts';

/**
 * The live record that an id names, with its object.
 *
 * @throws SalesforceError ILLEGAL_QUERY_PARAMETER_VALUE, NOT_FOUND, INVALID_TYPE, INSUFFICIENT_ACCESS
 */
export function requireUiRecord(call: ApiCall, idText: string): { object: ObjectDefinition; record: SalesforceRecord } {
    const id = parseRecordId(idText);
    if (!id) throw illegalParameter(`recordId should be a valid record ID: ${idText}`);
    const named = call.org.schema.findByKeyPrefix(keyPrefixOf(id));
    if (!named) throw notFound();
    const object = requireUiObject(call, named.name);
    const record = call.org.records.find(object.name, id);
    if (!record || record.IsDeleted) throw notFound();
    if (!call.context.access.canSeeRecord(object, record)) throw noAccess();
    return { object, record };
}
