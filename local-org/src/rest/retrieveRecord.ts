import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { resolveFieldPath, type FieldPath, type QueryScope } from '../query/fieldPath.ts';
import { projectRecord, type AnsweredRecord } from '../query/projectRecord.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import type { ApiCall } from './apiCall.ts';

/** One record: the fields named in `fields`, or all that the user may read. */
export function retrieveRecord(
    { org, context }: ApiCall,
    object: ObjectDefinition,
    record: SalesforceRecord,
    fields: string[] | null
): AnsweredRecord {
    const scope: QueryScope = { org, context, soql: '', object, alias: undefined };
    const paths = fields ? fields.map((name) => namedField(scope, name)) : readableFields(scope);
    return projectRecord(scope, paths, record);
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
