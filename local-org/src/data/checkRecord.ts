import { refuse } from '../errors/refusals.ts';
import { SHORT_ID_LENGTH } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { checkHierarchy } from './checkHierarchy.ts';
import type { FieldValue, SalesforceRecord } from './salesforceRecord.ts';

/**
 * What must hold of a whole record before it is saved; an owner who has left may stay, but gets nothing new.
 *
 * @throws SalesforceError REQUIRED_FIELD_MISSING, CIRCULAR_DEPENDENCY, INACTIVE_OWNER_OR_USER,
 *     INVALID_CROSS_REFERENCE_KEY or DUPLICATE_VALUE
 */
export function checkRecord(
    org: Org,
    object: ObjectDefinition,
    record: SalesforceRecord,
    previous: SalesforceRecord | null
): void {
    checkRequired(object, record);
    checkHierarchy(org, object, record);
    if (record.OwnerId !== previous?.OwnerId) checkOwner(org, object, record);
    for (const field of object.fields.values()) {
        if (field.unique) checkUnique(org, object, field, record);
    }
}

function isBlank(value: FieldValue | undefined): boolean {
    return value === null || value === undefined;
}

function checkRequired(object: ObjectDefinition, record: SalesforceRecord): void {
    const missing = [...object.fields.values()]
        .filter((field) => field.required && field.createable && isBlank(record[field.name]))
        .map((field) => field.name);
    if (missing.length === 0) return;
    throw refuse('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

function checkOwner(org: Org, object: ObjectDefinition, record: SalesforceRecord): void {
    const ownerId = record.OwnerId;
    if (typeof ownerId !== 'string') return;
    const user = org.records.find('User', ownerId);
    if (user && user.IsActive === false) {
        const shortId = ownerId.slice(0, SHORT_ID_LENGTH);
        const message = `operation performed with inactive user [${shortId}] as owner of ${object.label.toLowerCase()}`;
        throw refuse('INACTIVE_OWNER_OR_USER', message, []);
    }
    const isQueue = org.records.find('Group', ownerId) !== undefined;
    const queueServes = () =>
        org.records.findBy('QueueSobject', 'QueueId', ownerId).some(({ SobjectType }) => SobjectType === object.name);
    if (isQueue && !queueServes()) {
        const message = 'Queue not associated with this SObject type';
        throw refuse('INVALID_CROSS_REFERENCE_KEY', message, ['OwnerId']);
    }
}

function checkUnique(org: Org, object: ObjectDefinition, field: FieldDefinition, record: SalesforceRecord): void {
    const value = record[field.name] ?? null;
    const twin = findByUniqueValue(org, object, field, value).find(({ Id }) => Id !== record.Id);
    if (!twin) return;
    const shortId = twin.Id.slice(0, SHORT_ID_LENGTH);
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${shortId}`;
    throw refuse('DUPLICATE_VALUE', message, []);
}

/** The live records that hold the value, with the case of letters as the field takes it. */
export function findByUniqueValue(
    org: Org,
    object: ObjectDefinition,
    field: FieldDefinition,
    value: FieldValue
): SalesforceRecord[] {
    return org.records
        .findBy(object.name, field.name, value)
        .filter((found) => !found.IsDeleted && (!field.caseSensitive || found[field.name] === value));
}
