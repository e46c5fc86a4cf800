import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { aggregateExpression, isAggregateFunction } from '../aggregate/aggregateFunctions.ts';
import { groupExpression } from '../aggregate/groupExpression.ts';
import type { Grouping } from '../aggregate/grouping.ts';
import type { RecordGroup } from '../aggregate/recordGroup.ts';
import { isDateFunction } from '../dateFunctions.ts';
import type { QueryScope } from '../fieldPath.ts';
import { malformedQuery, unexpectedToken } from '../queryErrors.ts';
import { nameOf } from '../rowFunctions.ts';
import type { Column } from './column.ts';

type Selected = Exclude<FieldType, { type: 'FieldSubquery' | 'FieldTypeof' }>;

/** `SELECT COUNT() …`, whose answer has no rows. */
export function isCountQuery({ fields: [only, ...others] = [] }: Query): boolean {
    return only !== undefined && others.length === 0 && isPlainCount(only);
}

function isPlainCount(field: FieldType): boolean {
    return field.type === 'FieldFunctionExpression' && nameOf(field) === 'COUNT' && field.parameters.length === 0;
}

/** Whether the answer has groups for rows, with or without a GROUP BY. */
export function isAggregateQuery({ groupBy, fields = [] }: Query): boolean {
    return groupBy !== undefined || fields.some((field) => isGroupFunction(field));
}

function isGroupFunction(field: FieldType): boolean {
    if (field.type !== 'FieldFunctionExpression' || isPlainCount(field)) return false;
    const name = nameOf(field);
    return isAggregateFunction(name) || isDateFunction(name) || name === 'GROUPING';
}

/**
 * What the SELECT list asks of each group. Functions without alias are named `expr0`, `expr1`, … in their order.
 *
 * @throws SalesforceError MALFORMED_QUERY
 */
export function selectGroupColumns(scope: QueryScope, grouping: Grouping, query: Query): Column<RecordGroup>[] {
    let unnamed = 0;
    const nameFunction = (alias: string | undefined) => alias ?? `expr${unnamed++}`;
    const columns = (query.fields ?? []).map((field) => columnOf(scope, grouping, requireValue(field), nameFunction));
    const names = columns.map(({ name }) => name.toLowerCase());
    const duplicate = columns.find(({ name }, index) => names.indexOf(name.toLowerCase()) < index);
    if (duplicate) throw malformedQuery(`duplicate alias: ${duplicate.name}`);
    return columns;
}

function requireValue(field: FieldType): Selected {
    switch (field.type) {
        case 'Field':
        case 'FieldRelationship':
        case 'FieldFunctionExpression':
            return field;
        case 'FieldSubquery':
            throw malformedQuery('Grouped query cannot use child relationships in the SELECT list');
        case 'FieldTypeof':
            throw malformedQuery('TYPEOF expressions are not allowed in aggregate queries');
    }
}

function columnOf(
    scope: QueryScope,
    grouping: Grouping,
    field: Selected,
    nameFunction: (alias: string | undefined) => string
): Column<RecordGroup> {
    const alias = 'alias' in field ? field.alias : undefined;
    if (field.type !== 'FieldFunctionExpression') {
        const written = ('rawValue' in field ? field.rawValue : undefined) ?? field.field;
        const { field: grouped, read } = groupExpression(scope, grouping, written, 'Field');
        return { lookups: [], name: alias ?? grouped.name, shape: { kind: 'field', field: grouped }, read };
    }
    if (isPlainCount(field)) throw unexpectedToken(scope.soql, ')');
    if (isAggregateFunction(nameOf(field))) refuseGroupedAggregate(scope, grouping, field);
    const { field: result, read, text } = groupExpression(scope, grouping, field, 'Field');
    const name = nameFunction(alias);
    return { lookups: [], name, shape: { kind: 'function', displayName: text, field: result }, read };
}

function refuseGroupedAggregate(
    scope: QueryScope,
    { expressions, sets }: Grouping,
    field: Extract<Selected, { type: 'FieldFunctionExpression' }>
): void {
    const { source } = aggregateExpression(scope, field);
    const isGrouped = sets.length === 1 && expressions.some(({ text }) => text === source.text);
    if (isGrouped) throw malformedQuery(`Grouped field should not be aggregated: ${source.text}`);
}
