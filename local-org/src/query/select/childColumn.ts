import type { QueryBase, Subquery } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';
import { isAggregateFunction } from '../aggregate/aggregateFunctions.ts';
import type { RecordFilter } from '../compileFilter.ts';
import type { Operand } from '../expression.ts';
import type { QueryScope } from '../fieldPath.ts';
import { pageRows } from '../pageRows.ts';
import { prepareRecords } from '../prepareRecords.ts';
import { projectColumns, type AnsweredRecord } from '../projectRecord.ts';
import { malformedQuery, noSuchChildRelationship } from '../queryErrors.ts';
import { inClause } from '../queryScope.ts';
import { clauseOf, subqueryOf } from '../queryText.ts';
import { nameOf, rowExpression } from '../rowFunctions.ts';
import { sortRows } from '../sortRows.ts';
import type { Column } from './column.ts';

/** The rows of a subquery for one parent, which come in one piece. */
export interface ChildRows {
    totalSize: number;
    done: true;
    records: AnsweredRecord[];
}

type SelectColumns = (scope: QueryScope, query: QueryBase, reaches: RecordFilter) => Column<SalesforceRecord>[];

/**
 * `(SELECT … FROM Contacts)` of each parent: its children, or null when none fit.
 *
 * @throws SalesforceError INVALID_TYPE for a relationship that is not there, or that this user may not follow
 */
export function childColumn(
    parent: QueryScope,
    query: Subquery,
    reaches: RecordFilter,
    selectColumns: SelectColumns
): Column<SalesforceRecord> {
    if (
        query.groupBy ||
        query.fields?.some((field) => field.type === 'FieldFunctionExpression' && isAggregateFunction(nameOf(field)))
    ) {
        throw malformedQuery('only root queries support aggregate expressions');
    }
    const { object, lookup } = findChildRelationship(parent, query.relationshipName);
    const soql = subqueryOf(parent.soql, query.relationshipName);
    const scope: QueryScope = { ...parent, soql, object, alias: query.sObjectAlias };
    const columns = selectColumns(inClause(scope, 'SELECT'), query, reaches);
    const findRecords = prepareRecords(scope, query);
    const order = inClause(scope, 'ORDER BY');
    const resolve = (operand: Operand) => rowExpression(order, operand);
    return {
        lookups: [],
        name: lookup.childRelationshipName ?? query.relationshipName,
        shape: { kind: 'children', object, columns },
        read(record): ChildRows | null {
            const among = childrenOf(parent, object, lookup, record);
            const rows = pageRows(query, sortRows(order, query.orderBy, resolve, findRecords({ reaches, among })));
            if (rows.length === 0) return null;
            return {
                totalSize: rows.length,
                done: true,
                records: rows.map((row) => projectColumns(scope, columns, row))
            };
        }
    };
}

function findChildRelationship(
    { org, context, object: parent, soql }: QueryScope,
    name: string
): { object: ObjectDefinition; lookup: FieldDefinition } {
    for (const object of org.schema.objects) {
        if (!context.access.canReadObject(object)) continue;
        for (const lookup of object.fields.values()) {
            const isNamed = lookup.childRelationshipName?.toLowerCase() === name.toLowerCase();
            const pointsHere = isNamed && lookup.referenceTo.includes(parent.name);
            if (pointsHere && context.access.canReadField(object, lookup)) return { object, lookup };
        }
    }
    throw noSuchChildRelationship(clauseOf(subqueryOf(soql, name), 'FROM'), name);
}

/** In the order of their creation. */
function childrenOf(
    { org }: QueryScope,
    object: ObjectDefinition,
    lookup: FieldDefinition,
    parent: SalesforceRecord
): SalesforceRecord[] {
    const children = org.records.findBy(object.name, lookup.name, parent.Id);
    return children.sort((left, right) => (left.Id < right.Id ? -1 : 1));
}
