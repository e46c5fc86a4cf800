import { rowExpression } from './rowFunctions.ts';
import type { Operand } from './expression.ts';
import { pageRows } from './pageRows.ts';
import type { ParsedQuery } from './parseSoql.ts';
import { prepareRecords, type RecordSource } from './prepareRecords.ts';
import { projectColumns } from './projectRecord.ts';
import type { QueryScope } from './fieldPath.ts';
import type { QueryResult } from './queryResult.ts';
import { inClause } from './queryScope.ts';
import { isCountQuery } from './select/selectGroupColumns.ts';
import { selectRecordColumns } from './select/selectRecordColumns.ts';
import { sortRows } from './sortRows.ts';

/** The rows of a query that groups nothing. */
export function queryRecords(scope: QueryScope, query: ParsedQuery, source: RecordSource): QueryResult {
    const columns = isCountQuery(query) ? null : selectRecordColumns(inClause(scope, 'SELECT'), query, source.reaches);
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
