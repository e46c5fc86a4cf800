import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { resolveFieldPath, type FieldPath, type QueryScope } from '../query/fieldPath.ts';
import { projectRecord, type AnsweredRecord } from '../query/projectRecord.ts';
import { UNWRITTEN } from '../query/queryText.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import type { ApiCall } from './apiCall.ts';

/** One record as its resource answers it. */
export function retrieveRecord(
    call: ApiCall,
    object: ObjectDefinition,
    record: SalesforceRecord,
    fields: FieldPath[]
): AnsweredRecord {
    return projectRecord(scopeOf(call, object), fields, record);
}

/** The fields named, or all that the user may read. @throws SalesforceError INVALID_FIELD */
export function resolveFields(call: ApiCall, object: ObjectDefinition, names: string[] | null): FieldPath[] {
    const scope = scopeOf(call, object);
    return names ? names.map((name) => namedField(scope, name)) : readableFields(scope);
}

function scopeOf({ org, context }: ApiCall, object: ObjectDefinition): QueryScope {
    return { org, context, soql: UNWRITTEN, object, alias: undefined };
}

function namedField(scope: QueryScope, name: string): FieldPath {
    if (name.includes('.')) return resolveFieldPath(scope, name);
    const field = findField(scope.object, name);
    if (field && scope.context.access.canReadField(scope.object, field)) return { lookups: [], field };
    throw refuse('INVALID_FIELD', `No such column '${name}' on sobject of type ${scope.object.name}`);
}

function readableFields({ object, context }: QueryScope): FieldPath[] {
    return [...object.fields.values()]
        .filter((field) => context.access.canReadField(object, field))
        .map((field) => ({ lookups: [], field }));
}

/** `fields=Id,Name` of a URL, null when it asks for all. */
export function parseFieldList(query: URLSearchParams): string[] | null {
    const names = (query.get('fields') ?? '').split(',').map((name) => name.trim());
    const given = names.filter((name) => name !== '');
    return given.length > 0 ? ['Id', ...given.filter((name) => name.toLowerCase() !== 'id')] : null;
}
