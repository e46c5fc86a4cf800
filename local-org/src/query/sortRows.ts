import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import { notEmulated } from '../errors/refusals.ts';
import { compareValues } from './compareValues.ts';
import { textOfOperand, type Operand, type ResolveOperand } from './expression.ts';
import type { QueryScope } from './fieldPath.ts';
import { invalidField } from './queryErrors.ts';

type Compare<Row> = (left: Row, right: Row) => number;

/** The rows in the order asked for; empty values come first unless NULLS LAST is said, in either direction. */
export function sortRows<Row>(
    scope: QueryScope,
    orderBy: OrderByClause | OrderByClause[] | undefined,
    resolve: ResolveOperand<Row>,
    rows: Row[]
): Row[] {
    const comparisons = [orderBy ?? []].flat().map((clause) => compileOrder(scope, clause, resolve));
    if (comparisons.length === 0) return rows;
    return rows.toSorted((left, right) => {
        for (const compare of comparisons) {
            const order = compare(left, right);
            if (order !== 0) return order;
        }
        return 0;
    });
}

function compileOrder<Row>(scope: QueryScope, clause: OrderByClause, resolve: ResolveOperand<Row>): Compare<Row> {
    const written: Operand = 'fn' in clause ? clause.fn : clause.field;
    const { field, read } = resolve(written);
    if (!field.filterable || field.type === 'multipicklist') {
        const message = `field '${field.name}' can not be sorted in a query call`;
        throw invalidField(scope.soql, textOfOperand(written), message);
    }
    if (field.uncomputed) throw notEmulated(`the value of ${field.name}, which the platform computes`);
    const direction = clause.order === 'DESC' ? -1 : 1;
    const nullsOrder = clause.nulls === 'LAST' ? 1 : -1;
    return (left, right) => {
        const [a, b] = [read(left), read(right)];
        if (a === null || b === null) return a === b ? 0 : a === null ? nullsOrder : -nullsOrder;
        return direction * compareValues(field, a, b);
    };
}
