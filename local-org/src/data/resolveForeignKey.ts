import type { CallContext } from '../callContext.ts';
import { refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { findByUniqueValue } from './checkRecord.ts';
import type { RecordBody } from './readBody.ts';
import { showValue } from './showValue.ts';

/**
 * The id of the record that a body names by an external id: `"Account": { "Cnpj__c": "12345678000195" }`, with
 * `"attributes": { "type": "Contact" }` beside it where the lookup leads to several objects.
 *
 * @throws SalesforceError INVALID_FIELD, DUPLICATE_EXTERNAL_ID
 */
export function resolveForeignKey(
    org: Org,
    context: CallContext,
    lookup: FieldDefinition,
    { attributes, ...members }: RecordBody
): string {
    const target = targetOf(org, lookup, attributes);
    const [entry, ...others] = Object.entries(members);
    if (!entry || others.length > 0) {
        throw refuse('INVALID_FIELD', `${lookup.relationshipName}: name exactly one external ID of ${target.name}.`);
    }
    const [name, value] = entry;
    const field = findField(target, name);
    const isReadable = field && context.access.canReadObject(target) && context.access.canReadField(target, field);
    if (!field?.idLookup || !isReadable) {
        const message = `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field`;
        throw refuse('INVALID_FIELD', `${message} for ${target.name}`);
    }
    const key = field.type === 'id' ? parseRecordId(value) : showValue(value);
    const matches = findByUniqueValue(org, target, field, key).filter((record) =>
        context.access.canSeeRecord(target, record)
    );
    const [match] = matches;
    if (!match) {
        const message = `Foreign key external ID: ${showValue(value)} not found for field ${field.name} in entity ${target.name}`;
        throw refuse('INVALID_FIELD', message);
    }
    if (matches.length > 1) {
        const ids = matches.map(({ Id }) => Id).join(', ');
        const message = `${field.name}: more than one record found for external id field: [${ids}]`;
        throw refuse('DUPLICATE_EXTERNAL_ID', message, [field.name]);
    }
    return match.Id;
}

function targetOf(org: Org, lookup: FieldDefinition, attributes: unknown): ObjectDefinition {
    const [onlyTarget, ...others] = lookup.referenceTo;
    const name = others.length === 0 ? onlyTarget : typeNamedIn(attributes);
    const target = name && lookup.referenceTo.includes(name) ? org.schema.find(name) : undefined;
    if (target) return target;
    const message = `${lookup.relationshipName}: say in attributes.type which of ${lookup.referenceTo.join(', ')} is meant.`;
    throw refuse('INVALID_FIELD', message);
}

function typeNamedIn(attributes: unknown): string | undefined {
    const type: unknown =
        typeof attributes === 'object' && attributes !== null && 'type' in attributes ? attributes.type : undefined;
    return typeof type === 'string' ? type : undefined;
}
