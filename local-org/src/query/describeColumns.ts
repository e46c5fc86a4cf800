import type { CallContext } from '../callContext.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { readGrouping } from './aggregate/grouping.ts';
import { apexType, isNumber, isText } from './columnType.ts';
import { relationshipOf, type QueryScope } from './fieldPath.ts';
import { parseSoql } from './parseSoql.ts';
import { isLive } from './prepareRecords.ts';
import { inClause, openScope } from './queryScope.ts';
import { wholeOf } from './queryText.ts';
import type { Column } from './select/column.ts';
import { isAggregateQuery, isCountQuery, selectGroupColumns } from './select/selectGroupColumns.ts';
import { selectRecordColumns } from './select/selectRecordColumns.ts';

export interface ColumnMetadata {
    aggregate: boolean;
    apexType: string | null;
    booleanType: boolean;
    columnName: string;
    custom: boolean;
    displayName: string;
    foreignKeyName: string | null;
    insertable: boolean;
    joinColumns: ColumnMetadata[];
    numberType: boolean;
    textType: boolean;
    updatable: boolean;
}

/**
 * The columns of a query's answer, as `query?q=…&columns=true` tells them: fields of other objects and rows of
 * subqueries stand in `joinColumns`. The Salesforce CLI asks for them.
 *
 * @throws SalesforceError as the query itself would be refused
 */
export function describeColumns(org: Org, context: CallContext, soql: string) {
    const query = parseSoql(soql);
    const scope = inClause(openScope(org, context, wholeOf(soql), query), 'SELECT');
    const isGrouped = isAggregateQuery(query);
    const columns: Column<never>[] = isGrouped
        ? selectGroupColumns(scope, readGrouping(scope, query.groupBy), query)
        : isCountQuery(query)
          ? []
          : selectRecordColumns(scope, query, isLive);
    return {
        columnMetadata: describeAll(scope, columns),
        entityName: scope.object.name,
        groupBy: isGrouped,
        idSelected: columns.some(({ lookups, name }) => lookups.length === 0 && name === 'Id'),
        keyPrefix: scope.object.keyPrefix
    };
}

function describeAll(scope: QueryScope, columns: Column<never>[]): ColumnMetadata[] {
    const described: ColumnMetadata[] = [];
    for (const column of columns) {
        let siblings = described;
        for (const lookup of column.lookups) siblings = joinOf(siblings, lookup).joinColumns;
        const isOwn = column.lookups.length === 0;
        siblings.push({ ...describeColumn(scope, column), ...(isOwn ? {} : { insertable: false, updatable: false }) });
    }
    return described;
}

/** The entry that gathers the columns behind a lookup. */
function joinOf(siblings: ColumnMetadata[], lookup: FieldDefinition): ColumnMetadata {
    const name = relationshipOf(lookup);
    const existing = siblings.find(({ columnName }) => columnName === name);
    if (existing) return existing;
    const join = joinTo(lookup, []);
    siblings.push(join);
    return join;
}

function joinTo(lookup: FieldDefinition, joinColumns: ColumnMetadata[]): ColumnMetadata {
    const name = relationshipOf(lookup);
    return { ...plainColumn(name, name), custom: lookup.custom, foreignKeyName: lookup.name, joinColumns };
}

function describeColumn(scope: QueryScope, { name, shape }: Column<never>): ColumnMetadata {
    switch (shape.kind) {
        case 'field':
            return fieldColumn(scope, name, shape.field);
        case 'function':
            return { ...plainColumn(name, shape.displayName), aggregate: true, ...typeFlags(shape.field) };
        case 'related':
            return joinTo(shape.lookup, describeAll(scope, shape.columns));
        case 'children':
            return {
                ...plainColumn(name, name),
                aggregate: true,
                joinColumns: describeAll({ ...scope, object: shape.object }, shape.columns)
            };
    }
}

function fieldColumn({ object, context }: QueryScope, name: string, field: FieldDefinition): ColumnMetadata {
    const isEditable = context.access.canEditField(object, field);
    return {
        ...plainColumn(name, field.name),
        ...typeFlags(field),
        apexType: apexType(field.type),
        custom: field.custom,
        insertable: field.createable && isEditable,
        updatable: field.updateable && isEditable
    };
}

function typeFlags({ type }: FieldDefinition): Pick<ColumnMetadata, 'booleanType' | 'numberType' | 'textType'> {
    return { booleanType: type === 'boolean', numberType: isNumber(type), textType: isText(type) };
}

function plainColumn(columnName: string, displayName: string): ColumnMetadata {
    return {
        aggregate: false,
        apexType: null,
        booleanType: false,
        columnName,
        custom: false,
        displayName,
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: false,
        updatable: false
    };
}
