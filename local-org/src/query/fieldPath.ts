import type { CallContext } from '../callContext.ts';
import { readField } from '../data/readField.ts';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { keyPrefixOf } from '../ids/recordId.ts';
import { findRecord, type Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, findRelationship, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { polymorphicName } from './polymorphicName.ts';
import { malformedAt, noSuchField, noSuchRelationship } from './queryErrors.ts';
import { MOST_LEVELS_UP } from './queryLimits.ts';
import type { QueryText } from './queryText.ts';

/** `Contact.Account.Name` seen from Case: the lookups to follow, then the field to read there. */
export interface FieldPath {
    lookups: FieldDefinition[];
    field: FieldDefinition;
}

/** Everything a clause of one query is read against. */
export interface QueryScope {
    org: Org;
    context: CallContext;
    /** What of the query is being read. */
    soql: QueryText;
    object: ObjectDefinition;
    alias: string | undefined;
}

/** @throws SalesforceError INVALID_FIELD for a relationship or field that this user does not have */
export function resolveFieldPath(scope: QueryScope, path: string): FieldPath {
    const steps = path.split('.');
    if (steps.length > 1 && namesQueriedObject(scope, steps[0])) steps.shift();
    const fieldName = steps.pop() ?? '';
    const { lookups, object } = resolveLookups(scope, path, steps);
    const field = findField(object, fieldName);
    if (!field || !scope.context.access.canReadField(object, field)) throw noSuchField(scope.soql, path, object.name);
    return { lookups, field };
}

/** The lookups that a chain of relationships follows from the queried object, and the object it ends at. */
export function resolveLookups(
    scope: QueryScope,
    path: string,
    relationships: string[]
): { lookups: FieldDefinition[]; object: ObjectDefinition } {
    if (relationships.length > MOST_LEVELS_UP) {
        throw malformedAt(scope.soql, path, `relationship path is longer than ${MOST_LEVELS_UP}: ${path}`);
    }
    const lookups: FieldDefinition[] = [];
    let object = scope.object;
    for (const relationship of relationships) {
        const lookup = findRelationship(object, relationship);
        if (!lookup || !scope.context.access.canReadField(object, lookup)) {
            throw noSuchRelationship(scope.soql, path, relationship);
        }
        lookups.push(lookup);
        object = objectBehind(scope.org, lookup);
    }
    return { lookups, object };
}

function namesQueriedObject({ alias, object }: QueryScope, step: string | undefined): boolean {
    const word = step?.toLowerCase();
    return word === alias?.toLowerCase() || word === object.name.toLowerCase();
}

/** A lookup to several objects shows only what they all have: the Name object of the Object Reference. */
function objectBehind(org: Org, lookup: FieldDefinition): ObjectDefinition {
    const [target, ...others] = lookup.referenceTo;
    const object = target && others.length === 0 ? org.schema.find(target) : undefined;
    return object ?? polymorphicName;
}

/** The path as the schema spells it: `Contact.Account.Name`. */
export function spellPath({ lookups, field }: FieldPath): string {
    return [...lookups.map(relationshipOf), field.name].join('.');
}

export function relationshipOf(lookup: FieldDefinition): string {
    return lookup.relationshipName ?? lookup.name;
}

/** The record at the end of the lookups, undefined when one of them is empty. */
export function followLookups(
    org: Org,
    lookups: FieldDefinition[],
    record: SalesforceRecord
): SalesforceRecord | undefined {
    return lookups.reduce<SalesforceRecord | undefined>(
        (reached, lookup) => reached && findRecord(org, reached[lookup.name]),
        record
    );
}

export function readPath(org: Org, path: FieldPath, record: SalesforceRecord): FieldValue {
    const reached = followLookups(org, path.lookups, record);
    return reached ? readReachedField(org, path.field, reached) : null;
}

function readReachedField(org: Org, field: FieldDefinition, record: SalesforceRecord): FieldValue {
    const object = org.schema.findByKeyPrefix(keyPrefixOf(record.Id));
    if (!object || object.fields.get(field.name.toLowerCase()) === field) return readField(org, field, record);
    if (field.name === 'Type') return object.name;
    const own = findField(object, field.name === 'Name' ? object.nameField : field.name);
    return own ? readField(org, own, record) : null;
}
