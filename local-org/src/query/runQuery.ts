import type { CallContext } from '../callContext.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import { runAggregateQuery } from './aggregate/runAggregateQuery.ts';
import type { RecordFilter } from './compileFilter.ts';
import type { Operand } from './expression.ts';
import { pageRows } from './pageRows.ts';
import { parseSoql } from './parseSoql.ts';
import { prepareRecords } from './prepareRecords.ts';
import { projectColumns } from './projectRecord.ts';
import type { QueryResult } from './queryResult.ts';
import { inClause, openScope } from './queryScope.ts';
import { wholeOf } from './queryText.ts';
import { rowExpression } from './rowFunctions.ts';
import { isAggregateQuery, isCountQuery } from './select/selectGroupColumns.ts';
import { selectRecordColumns } from './select/selectRecordColumns.ts';
import { sortRows } from './sortRows.ts';

export { isLive } from './prepareRecords.ts';

/**
 * The rows that `reaches` accepts among the records given, or among all of the object when none are.
 *
 * @param text what was written, when `soql` was made of it
 * @throws SalesforceError as the platform words it for this query
 */
export function runQuery(
    org: Org,
    context: CallContext,
    soql: string,
    reaches: RecordFilter,
    among: SalesforceRecord[] | null = null,
    text = wholeOf(soql)
): QueryResult {
    const query = parseSoql(soql, text);
    const scope = openScope(org, context, text, query);
    const source = { reaches, among };
    if (isAggregateQuery(query)) return runAggregateQuery(scope, query, source);
    const columns = isCountQuery(query) ? null : selectRecordColumns(inClause(scope, 'SELECT'), query, reaches);
    const findRecords = prepareRecords(scope, query);
    const order = inClause(scope, 'ORDER BY');
    const resolve = (operand: Operand) => rowExpression(order, operand);
    const rows = pageRows(query, sortRows(order, query.orderBy, resolve, findRecords(source)));
    return columns
        ? {
              totalSize: rows.length,
              rowCount: rows.length,
              readRows: (start, end) => rows.slice(start, end).map((record) => projectColumns(scope, columns, record))
          }
        : { totalSize: rows.length, rowCount: 0, readRows: () => [] };
}
