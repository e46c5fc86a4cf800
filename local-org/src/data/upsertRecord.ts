import type { CallContext } from '../callContext.ts';
import { notFound, refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { findByUniqueValue } from './checkRecord.ts';
import { createRecord } from './createRecord.ts';
import type { RecordBody } from './readBody.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';
import { updateRecord } from './updateRecord.ts';

export type UpsertOutcome =
    { kind: 'created'; id: string } | { kind: 'updated'; id: string } | { kind: 'ambiguous'; ids: string[] };

/**
 * Updates the record whose external id has the value, or creates it; `ambiguous` when several have it.
 *
 * @throws SalesforceError NOT_FOUND for a field that is no external id, INVALID_FIELD when the body repeats it
 */
export function upsertRecord(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    fieldName: string,
    value: string,
    body: RecordBody
): UpsertOutcome {
    const field = requireExternalId(context, object, fieldName);
    if (Object.keys(body).some((name) => name.toLowerCase() === field.name.toLowerCase())) {
        throw refuse('INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`);
    }
    if (field.type === 'id') {
        updateRecord(org, context, object, value, body);
        return { kind: 'updated', id: parseRecordId(value) ?? value };
    }
    const matches = findByUniqueValue(org, object, field, value);
    const [match] = matches;
    if (matches.length > 1) return { kind: 'ambiguous', ids: matches.map(({ Id }) => Id) };
    if (!match) return { kind: 'created', id: createRecord(org, context, object, { ...body, [field.name]: value }) };
    updateRecord(org, context, object, match.Id, body);
    return { kind: 'updated', id: match.Id };
}

/** The records an external id (or other lookup field, such as CaseNumber) names in a URL. */
export function findByExternalId(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    fieldName: string,
    value: string
): SalesforceRecord[] {
    const field = requireExternalId(context, object, fieldName);
    return findByUniqueValue(org, object, field, field.type === 'id' ? parseRecordId(value) : value).filter((record) =>
        context.access.canSeeRecord(object, record)
    );
}

function requireExternalId(context: CallContext, object: ObjectDefinition, name: string): FieldDefinition {
    const field = findField(object, name);
    if (field?.idLookup && context.access.canReadField(object, field)) return field;
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
}
