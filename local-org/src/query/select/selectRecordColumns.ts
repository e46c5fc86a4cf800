import type { FieldType, QueryBase } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { refuse } from '../../errors/refusals.ts';
import type { RecordFilter } from '../compileFilter.ts';
import { pathExpression } from '../expression.ts';
import { relationshipOf, type QueryScope } from '../fieldPath.ts';
import { malformedQuery, unexpectedToken } from '../queryErrors.ts';
import { nameOf } from '../rowFunctions.ts';
import { selectAllFields } from './allFields.ts';
import { childColumn } from './childColumn.ts';
import type { Column } from './column.ts';
import { columnOfPath } from './columnOfPath.ts';
import { functionColumn } from './functionColumn.ts';
import { typeOfColumn } from './typeOfColumn.ts';

/**
 * What the SELECT list asks of each record; `reaches` decides which child records subqueries see.
 *
 * @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY
 */
export function selectRecordColumns(
    scope: QueryScope,
    query: QueryBase,
    reaches: RecordFilter
): Column<SalesforceRecord>[] {
    const columns = (query.fields ?? []).flatMap((field) => columnsOf(scope, query, field, reaches));
    refuseDuplicates(columns);
    return columns;
}

function columnsOf(
    scope: QueryScope,
    query: QueryBase,
    field: FieldType,
    reaches: RecordFilter
): Column<SalesforceRecord>[] {
    switch (field.type) {
        case 'Field':
        case 'FieldRelationship': {
            if ('alias' in field && field.alias) throw malformedQuery('only aggregate expressions use field aliasing');
            const written = 'rawValue' in field ? field.rawValue : undefined;
            return [columnOfPath(scope, pathExpression(scope, written ?? field.field).path)];
        }
        case 'FieldFunctionExpression':
            if (nameOf(field) === 'FIELDS') return selectAllFields(scope, query, String(field.parameters[0]));
            if (nameOf(field) === 'COUNT') throw unexpectedToken(scope.soql, ')');
            return [functionColumn(scope, field)];
        case 'FieldSubquery':
            return [childColumn(scope, field.subquery, reaches, selectRecordColumns)];
        case 'FieldTypeof':
            return [typeOfColumn(scope, field)];
    }
}

function refuseDuplicates(columns: Column<SalesforceRecord>[]): void {
    const seen = new Set<string>();
    for (const { lookups, name } of columns) {
        const path = [...lookups.map(relationshipOf), name].join('.');
        if (seen.has(path.toLowerCase())) throw refuse('INVALID_FIELD', `duplicate field selected: ${path}`);
        seen.add(path.toLowerCase());
    }
}
