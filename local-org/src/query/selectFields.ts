import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { notEmulated } from '../errors/refusals.ts';
import { resolveFieldPath, type FieldPath, type QueryScope } from './fieldPath.ts';
import { malformedQuery } from './queryErrors.ts';

/** Rows that FIELDS(ALL) and FIELDS(CUSTOM) may return at most. */
const FIELDS_FUNCTION_LIMIT = 200;

/** What a SELECT list asks for: the number of rows, or fields of each. */
export type Selection = { kind: 'count' } | { kind: 'fields'; paths: FieldPath[] };

export function selectFields(scope: QueryScope, query: Query): Selection {
    const fields = query.fields ?? [];
    const [only] = fields;
    if (fields.length === 1 && only?.type === 'FieldFunctionExpression' && only.rawValue === 'COUNT()') {
        return { kind: 'count' };
    }
    return { kind: 'fields', paths: fields.flatMap((field) => pathsOf(scope, query, field)) };
}

function pathsOf(scope: QueryScope, query: Query, field: FieldType): FieldPath[] {
    switch (field.type) {
        case 'Field':
            return [resolveFieldPath(scope, field.field)];
        case 'FieldRelationship':
            return [resolveFieldPath(scope, field.rawValue ?? [...field.relationships, field.field].join('.'))];
        case 'FieldFunctionExpression':
            if (field.functionName.toUpperCase() === 'FIELDS') {
                return allFields(scope, query, String(field.parameters[0]).toUpperCase());
            }
            throw notEmulated(`the function ${field.functionName} in SELECT`);
        case 'FieldSubquery':
            throw notEmulated('subqueries in SELECT');
        case 'FieldTypeof':
            throw notEmulated('TYPEOF in SELECT');
    }
}

function allFields({ object, context }: QueryScope, query: Query, which: string): FieldPath[] {
    if (which !== 'STANDARD' && (query.limit === undefined || query.limit > FIELDS_FUNCTION_LIMIT)) {
        throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_FUNCTION_LIMIT}`);
    }
    return [...object.fields.values()]
        .filter((field) => context.access.canReadField(object, field))
        .filter((field) => which === 'ALL' || field.custom === (which === 'CUSTOM'))
        .map((field) => ({ lookups: [], field }));
}
