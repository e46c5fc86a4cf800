import type { CallContext } from '../callContext.ts';
import { entityIsDeleted, notFound } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';

/**
 * The record that an id of 15 or 18 characters names and that this user may see.
 *
 * @throws SalesforceError NOT_FOUND, or ENTITY_IS_DELETED for one in the recycle bin
 */
export function requireRecord(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    idText: string
): SalesforceRecord {
    const id = parseRecordId(idText);
    if (!id) throw notFound(`Provided external ID field does not exist or is not accessible: ${idText}`);
    const record = org.records.find(object.name, id);
    if (!record || !context.access.canSeeRecord(object, record)) throw notFound();
    if (record.IsDeleted) throw entityIsDeleted();
    return record;
}
