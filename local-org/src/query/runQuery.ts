import type { CallContext } from '../callContext.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import { runAggregateQuery } from './aggregate/runAggregateQuery.ts';
import type { RecordFilter } from './compileFilter.ts';
import { parseSoql } from './parseSoql.ts';
import { queryRecords } from './queryRecords.ts';
import type { QueryResult } from './queryResult.ts';
import { openScope } from './queryScope.ts';
import { wholeOf } from './queryText.ts';
import { isAggregateQuery } from './select/selectGroupColumns.ts';
import { asksForRecordAccess, queryRecordAccess } from './userRecordAccess/queryRecordAccess.ts';

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
    if (asksForRecordAccess(query)) return queryRecordAccess(org, context, text, query);
    const scope = openScope(org, context, text, query);
    const source = { reaches, among };
    return isAggregateQuery(query) ? runAggregateQuery(scope, query, source) : queryRecords(scope, query, source);
}
