import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { notEmulated } from '../errors/refusals.ts';
import { compareValues } from './compareValues.ts';
import { readPath, resolveFieldPath, type QueryScope } from './fieldPath.ts';
import { invalidFilter } from './queryErrors.ts';

type Compare = (left: SalesforceRecord, right: SalesforceRecord) => number;

/** The records in the order asked for; empty values come first unless NULLS LAST is said, in either direction. */
export function sortRecords(
    scope: QueryScope,
    orderBy: OrderByClause | OrderByClause[] | undefined,
    records: SalesforceRecord[]
): SalesforceRecord[] {
    const clauses = Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : [];
    const comparisons = clauses.map((clause) => compileOrder(scope, clause));
    return records.toSorted((left, right) => {
        for (const compare of comparisons) {
            const order = compare(left, right);
            if (order !== 0) return order;
        }
        return 0;
    });
}

function compileOrder(scope: QueryScope, clause: OrderByClause): Compare {
    if ('fn' in clause) throw notEmulated('functions in ORDER BY');
    const path = resolveFieldPath(scope, clause.field);
    if (path.field.type === 'textarea' && !path.field.filterable) {
        throw invalidFilter(scope.soql, clause.field, `field '${path.field.name}' can not be sorted in a query call`);
    }
    const direction = clause.order === 'DESC' ? -1 : 1;
    const nullsOrder = clause.nulls === 'LAST' ? 1 : -1;
    return (left, right) => {
        const [a, b] = [readPath(scope.org, path, left), readPath(scope.org, path, right)];
        if (a === null || b === null) return a === b ? 0 : a === null ? nullsOrder : -nullsOrder;
        return direction * compareValues(path.field, a, b);
    };
}
