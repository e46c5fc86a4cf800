import type { CallContext } from '../callContext.ts';
import { refuse } from '../errors/refusals.ts';
import { SalesforceError, type ErrorItem } from '../errors/salesforceError.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, findRelationship, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { checkReference } from './checkReference.ts';
import { convertValue } from './convertValue.ts';
import { resolveForeignKey } from './resolveForeignKey.ts';
import type { FieldValue } from './salesforceRecord.ts';
import { WrongValue } from './wrongValue.ts';

export type RecordBody = Record<string, unknown>;
type Operation = 'create' | 'update';
export type GivenValues = Record<string, FieldValue>;

/**
 * The values that a request writes, by exact field name, checked one by one: known to this user, writable by
 * this user, of the right type. Every bad value is reported, not just the first.
 *
 * @throws SalesforceError INVALID_FIELD, INVALID_FIELD_FOR_INSERT_UPDATE, or the errors of the values
 */
export function readBody(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    body: RecordBody,
    operation: Operation
): GivenValues {
    const entries = Object.entries(body).filter(([name]) => name !== 'attributes');
    const fields = entries.map(([name, value]) => readMember(org, context, object, name, value));
    refuseTwoReferences(body, fields);
    refuseReadOnly(
        fields.map(({ field }) => field).filter((field) => !isWritable(context, object, field, operation)),
        operation
    );
    const errors: ErrorItem[] = [];
    const values: GivenValues = {};
    for (const { field, value } of fields) {
        try {
            values[field.name] = storedValue(org, context, field, value);
        } catch (error) {
            if (!(error instanceof SalesforceError)) throw error;
            const placed = error instanceof WrongValue ? error.placedIn(context.requestJson) : error;
            errors.push(...placed.items);
        }
    }
    if (errors.length > 0) throw new SalesforceError(400, errors);
    return values;
}

interface GivenMember {
    field: FieldDefinition;
    value: unknown;
    /** The relationship, where the body names a record by an external id instead of its own. */
    relationship?: string;
}

function readMember(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    name: string,
    value: unknown
): GivenMember {
    const lookup = isForeignKey(value) ? findRelationship(object, name) : undefined;
    if (!lookup || !isForeignKey(value)) return { field: knownField(context, object, name), value };
    const field = knownField(context, object, lookup.name);
    return { field, value: resolveForeignKey(org, context, field, value), relationship: name };
}

function isForeignKey(value: unknown): value is RecordBody {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseTwoReferences(body: RecordBody, members: GivenMember[]): void {
    const names = Object.keys(body).map((name) => name.toLowerCase());
    for (const { field, relationship } of members) {
        if (relationship === undefined || !names.includes(field.name.toLowerCase())) continue;
        const message = `Cannot specify both an external ID reference ${relationship} and a salesforce id, ${field.name}`;
        throw refuse('INVALID_FIELD', message);
    }
}

function knownField(context: CallContext, object: ObjectDefinition, name: string): FieldDefinition {
    const field = findField(object, name);
    if (field && context.access.canReadField(object, field)) return field;
    throw refuse('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

function isWritable(context: CallContext, object: ObjectDefinition, field: FieldDefinition, operation: Operation) {
    const isOpen = operation === 'create' ? field.createable : field.updateable;
    return isOpen && context.access.canEditField(object, field);
}

function refuseReadOnly(fields: FieldDefinition[], operation: Operation): void {
    if (fields.length === 0) return;
    const names = fields.map((field) => field.name);
    if (names.includes('Id')) {
        throw operation === 'create'
            ? refuse('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id'])
            : refuse('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    }
    const message =
        `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field ` +
        'and verify that it is read/write for your profile or permission set.';
    throw refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, names);
}

function storedValue(org: Org, context: CallContext, field: FieldDefinition, value: unknown): FieldValue {
    const converted = convertValue(field, value);
    return field.type === 'reference' && typeof converted === 'string'
        ? checkReference(org, context, field, converted)
        : converted;
}
