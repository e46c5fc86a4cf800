import type { Query } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { buildConditionTree, type ConditionTree, type WhereCondition } from './conditionTree.ts';
import { pathExpression, type Expression, type PathExpression } from './expression.ts';
import type { QueryScope } from './fieldPath.ts';
import { malformedQuery } from './queryErrors.ts';
import type { QueryText } from './queryText.ts';

const MOST_SEMI_JOINS = 2;

/**
 * The rules for queries inside IN (…) that need no more than the WHERE clause (SOQL and SOSL Reference, "Semi-Joins
 * with IN and Anti-Joins with NOT IN").
 *
 * @throws SalesforceError MALFORMED_QUERY
 */
export function checkSemiJoins(soql: QueryText, where: NonNullable<Query['where']>): void {
    const tree = buildConditionTree(soql, where);
    const queries = listSemiJoins(tree);
    if (queries.length > MOST_SEMI_JOINS) {
        throw malformedQuery(`maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
    }
    if (isUnderOr(tree)) throw malformedQuery("Semi join sub-selects are not allowed with the 'OR' operator");
    const isNested = queries.some(
        (query) => query.where && listSemiJoins(buildConditionTree(soql, query.where)).length
    );
    if (isNested) throw malformedQuery('Nesting of semi join sub-selects is not supported');
}

/**
 * The column that a query inside IN (…) selects.
 *
 * @throws SalesforceError MALFORMED_QUERY when it cannot be compared with the outer operand
 */
export function semiJoinColumn(outer: Expression<unknown>, inner: QueryScope, query: Query): PathExpression {
    const [column, ...others] = query.fields ?? [];
    const written =
        column?.type === 'FieldRelationship' ? column.rawValue : column?.type === 'Field' ? column.field : '';
    if (!written || others.length > 0) {
        throw malformedQuery('Semi join sub-selects can only query a single field');
    }
    if (query.limit !== undefined || query.orderBy)
        throw malformedQuery('Semi join sub-selects cannot use ORDER BY or LIMIT');
    if (!isId(outer.field)) {
        throw malformedQuery(`The left operand '${outer.text}' of a semi join must be of type ID or reference`);
    }
    const selected = pathExpression(inner, written);
    if (!isId(selected.field)) {
        throw malformedQuery(`Semi join sub-selects can only query id fields, cannot use: '${selected.text}'`);
    }
    return selected;
}

function isId({ type }: FieldDefinition): boolean {
    return type === 'id' || type === 'reference';
}

function listSemiJoins(tree: ConditionTree<WhereCondition>): Query[] {
    switch (tree.kind) {
        case 'condition':
            return 'valueQuery' in tree.condition ? [tree.condition.valueQuery] : [];
        case 'not':
            return listSemiJoins(tree.operand);
        case 'and':
        case 'or':
            return tree.operands.flatMap(listSemiJoins);
    }
}

function isUnderOr(tree: ConditionTree<WhereCondition>): boolean {
    switch (tree.kind) {
        case 'condition':
            return false;
        case 'not':
            return isUnderOr(tree.operand);
        case 'and':
            return tree.operands.some(isUnderOr);
        case 'or':
            return listSemiJoins(tree).length > 0;
    }
}
