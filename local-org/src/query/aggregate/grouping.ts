import type { GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { notEmulated } from '../../errors/refusals.ts';
import { textOfOperand, type Expression, type Operand } from '../expression.ts';
import type { QueryScope } from '../fieldPath.ts';
import { malformedAt, malformedQuery } from '../queryErrors.ts';
import { nameOf, rowExpression } from '../rowFunctions.ts';
import { typeTraits } from '../typeTraits.ts';

const MOST_SUBTOTALLED = 3;

/** What a GROUP BY clause groups by, and the choices of it that rows are made for. */
export interface Grouping {
    expressions: Expression<SalesforceRecord>[];
    /** One for a plain GROUP BY; of ROLLUP and CUBE one for each kind of subtotal too. */
    sets: Expression<SalesforceRecord>[][];
}

/** @throws SalesforceError MALFORMED_QUERY for a field that cannot be grouped by */
export function readGrouping(scope: QueryScope, groupBy: Query['groupBy']): Grouping {
    const clauses = [groupBy ?? []].flat();
    const [first] = clauses;
    const subtotals = first && 'fn' in first ? nameOf(first.fn) : '';
    if (subtotals !== 'ROLLUP' && subtotals !== 'CUBE') {
        const expressions = groupedExpressions(scope, clauses.map(operandOf));
        return { expressions, sets: [expressions] };
    }
    const expressions = groupedExpressions(scope, first && 'fn' in first ? (first.fn.parameters ?? []) : []);
    if (expressions.length > MOST_SUBTOTALLED) {
        throw malformedQuery(`GROUP BY ${subtotals} takes at most ${MOST_SUBTOTALLED} fields`);
    }
    return { expressions, sets: subtotals === 'ROLLUP' ? prefixesOf(expressions) : subsetsOf(expressions) };
}

function operandOf(clause: GroupByClause): Operand {
    return 'fn' in clause ? clause.fn : clause.field;
}

function groupedExpressions(scope: QueryScope, operands: Operand[]): Expression<SalesforceRecord>[] {
    const expressions = operands.map((operand) => groupedExpression(scope, operand));
    const duplicate = expressions.find(
        ({ text }, index) => expressions.findIndex((each) => each.text === text) < index
    );
    if (duplicate) throw malformedQuery(`duplicate grouping expression: ${duplicate.text}`);
    return expressions;
}

function groupedExpression(scope: QueryScope, operand: Operand): Expression<SalesforceRecord> {
    const expression = rowExpression(scope, operand);
    const { field } = expression;
    if (!typeTraits(field.type).groupable || !field.filterable || field.mask) {
        throw malformedAt(
            scope.soql,
            textOfOperand(operand),
            `field '${field.name}' can not be grouped in a query call`
        );
    }
    if (field.uncomputed) throw notEmulated(`the value of ${field.name}, which the platform computes`);
    return expression;
}

function prefixesOf<Item>(items: Item[]): Item[][] {
    return Array.from({ length: items.length + 1 }, (_, dropped) => items.slice(0, items.length - dropped));
}

function subsetsOf<Item>(items: Item[]): Item[][] {
    return items.reduceRight<Item[][]>(
        (subsets, item) => [...subsets.map((subset) => [item, ...subset]), ...subsets],
        [[]]
    );
}
