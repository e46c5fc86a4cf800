import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { refuse } from '../../errors/refusals.ts';
import { compileFilter, testOf } from '../compileFilter.ts';
import type { Operand } from '../expression.ts';
import type { QueryScope } from '../fieldPath.ts';
import { pageRows } from '../pageRows.ts';
import type { ParsedQuery } from '../parseSoql.ts';
import { prepareRecords, type RecordSource } from '../prepareRecords.ts';
import { malformedQuery } from '../queryErrors.ts';
import { inClause } from '../queryScope.ts';
import type { AggregateResult, QueryResult } from '../queryResult.ts';
import { selectGroupColumns } from '../select/selectGroupColumns.ts';
import type { Column } from '../select/column.ts';
import { sortRows } from '../sortRows.ts';
import { groupExpression, type OperandRole } from './groupExpression.ts';
import { readGrouping, type Grouping } from './grouping.ts';
import { groupRecords, type RecordGroup } from './recordGroup.ts';

/** An aggregate query has no second batch. */
const MOST_ROWS = 2000;

/**
 * COUNT(Id), SUM(…) and the like, of all the records found or of each group of them.
 *
 * @throws SalesforceError MALFORMED_QUERY, or EXCEEDED_ID_LIMIT for more groups than one batch holds
 */
export function runAggregateQuery(scope: QueryScope, query: ParsedQuery, source: RecordSource): QueryResult {
    const grouping = readGrouping(inClause(scope, 'GROUP BY'), query.groupBy);
    const resolveIn = (clause: QueryScope, role: OperandRole) => (operand: Operand) =>
        groupExpression(clause, grouping, operand, role);
    const order = inClause(scope, 'ORDER BY');
    const sort = (groups: RecordGroup[]) => sortRows(order, query.orderBy, resolveIn(order, 'Ordered field'), groups);
    sort([]);
    const columns = selectGroupColumns(inClause(scope, 'SELECT'), grouping, query);
    if (!query.groupBy) refusePaging(query);
    const having = inClause(scope, 'HAVING');
    const isWanted = compileHaving(having, query, resolveIn(having, 'Having field'));
    const records = prepareRecords(scope, query)(source);
    const groups = pageRows(query, sort(makeGroups(grouping, records).filter(isWanted)));
    if (groups.length > MOST_ROWS) {
        const message =
            'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch';
        throw refuse('EXCEEDED_ID_LIMIT', message);
    }
    return {
        totalSize: groups.length,
        rowCount: groups.length,
        readRows: (start, end) => groups.slice(start, end).map((group) => writeRow(columns, group))
    };
}

function refusePaging({ limit, offset }: ParsedQuery): void {
    const clause = limit !== undefined ? 'LIMIT' : offset !== undefined ? 'OFFSET' : null;
    if (clause) {
        throw malformedQuery(`Non-grouped query that uses overall aggregate functions cannot also use ${clause}`);
    }
}

function compileHaving(
    scope: QueryScope,
    { having }: ParsedQuery,
    resolve: (operand: Operand) => ReturnType<typeof groupExpression>
): (group: RecordGroup) => boolean {
    if (!having) return () => true;
    const refuseSemiJoin = () => {
        throw malformedQuery('Semi join sub-selects are not allowed in HAVING');
    };
    return testOf(compileFilter(scope, having, resolve, refuseSemiJoin));
}

/** No records make no groups, but a query without GROUP BY has its one row even then. */
function makeGroups({ expressions, sets }: Grouping, records: SalesforceRecord[]): RecordGroup[] {
    if (records.length === 0 && expressions.length > 0) return [];
    return sets.flatMap((by) => groupRecords(by, records));
}

function writeRow(columns: Column<RecordGroup>[], group: RecordGroup): AggregateResult {
    const row: AggregateResult = { attributes: { type: 'AggregateResult' } };
    for (const { name, read } of columns) row[name] = read(group);
    return row;
}
