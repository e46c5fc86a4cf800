import { SalesforceError } from '../errors/salesforceError.ts';
import { resolveFieldPath, type FieldPath, type QueryScope } from '../query/fieldPath.ts';
import { notEmulated } from '../errors/refusals.ts';
import { wholeOf } from '../query/queryText.ts';
import type { ApiCall } from '../rest/apiCall.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { illegalParameter } from './uiApiRefusals.ts';

/**
 * The fields that `fields=Case.Subject,Case.Contact.Name` and `optionalFields=…` ask of a record of this object;
 * optional ones that the user does not have are left out. Names of other objects are for other records of a batch.
 *
 * @throws SalesforceError INVALID_FIELD, ILLEGAL_QUERY_PARAMETER_VALUE, NOT_EMULATED for layouts
 */
export function selectFields(call: ApiCall, object: ObjectDefinition): FieldPath[] {
    refuseUnemulated(call.query);
    const fields = namesOf(call.query, 'fields', object);
    const optionalFields = namesOf(call.query, 'optionalFields', object);
    if (!call.query.has('fields') && !call.query.has('optionalFields')) throw notEmulated('page layouts');
    const soql = wholeOf(`SELECT ${[...fields, ...optionalFields].join(', ')} FROM ${object.name}`);
    const scope: QueryScope = { org: call.org, context: call.context, soql, object, alias: undefined };
    return [
        ...fields.map((name) => resolveFieldPath(scope, name)),
        ...optionalFields.flatMap((name) => resolveIfReadable(scope, name))
    ];
}

/** Every field of the object that the user may read. */
export function allReadableFields({ context }: ApiCall, object: ObjectDefinition): FieldPath[] {
    return [...object.fields.values()]
        .filter((field) => context.access.canReadField(object, field))
        .map((field) => ({ lookups: [], field }));
}

function refuseUnemulated(query: URLSearchParams): void {
    if (query.has('layoutTypes') || query.has('modes')) throw notEmulated('page layouts');
    if (query.has('childRelationships')) throw notEmulated('child relationships in the UI API');
}

/** The names of a parameter that begin with the object's, without it. */
function namesOf(query: URLSearchParams, parameter: string, object: ObjectDefinition): string[] {
    const names = query.getAll(parameter).flatMap((list) => list.split(','));
    return names
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .flatMap((name) => {
            const [objectName = '', ...path] = name.split('.');
            if (path.length === 0) throw illegalParameter(`${parameter} should be of the form Object.Field: ${name}`);
            return objectName.toLowerCase() === object.name.toLowerCase() ? [path.join('.')] : [];
        });
}

function resolveIfReadable(scope: QueryScope, name: string): FieldPath[] {
    try {
        return [resolveFieldPath(scope, name)];
    } catch (error) {
        if (error instanceof SalesforceError) return [];
        throw error;
    }
}
