import type { RecordFilter } from '../query/compileFilter.ts';
import type { QueryBatch } from '../query/queryCursors.ts';
import { malformedQuery } from '../query/queryErrors.ts';
import { isLive, runQuery } from '../query/runQuery.ts';
import { runSearch } from '../search/runSearch.ts';
import { malformedSearch } from '../search/searchErrors.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';

const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2000;

export const queryResources: Resource[] = [
    { path: '/query', handlers: { GET: (call) => query(call, isLive) } },
    { path: '/queryAll', handlers: { GET: (call) => query(call, () => true) } },
    { path: '/query/:locator', handlers: { GET: queryMore } },
    { path: '/search', handlers: { GET: search } }
];

function query(call: ApiCall, reaches: RecordFilter): Answer {
    const soql = call.query.get('q');
    if (!soql) throw malformedQuery("unexpected token: '<EOF>'");
    const result = runQuery(call.org, call.context, soql, reaches);
    return batchAnswer(call, call.cursors.firstBatch(call.context.access.userId, result, batchSize(call)));
}

function queryMore(call: ApiCall): Answer {
    return batchAnswer(call, call.cursors.nextBatch(call.context.access.userId, call.params.locator ?? ''));
}

function batchAnswer({ context }: ApiCall, { nextLocator, records, ...batch }: QueryBatch): Answer {
    const nextRecordsUrl = nextLocator && `/services/data/v${context.apiVersion}/query/${nextLocator}`;
    return answerOk({ ...batch, ...(nextRecordsUrl ? { nextRecordsUrl } : {}), records });
}

/** `Sforce-Query-Options: batchSize=500`, kept within what Salesforce allows. */
function batchSize(call: ApiCall): number {
    const asked = /batchSize=(\d+)/i.exec(call.header('sforce-query-options') ?? '')?.[1];
    return asked ? Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(asked))) : LARGEST_BATCH;
}

function search(call: ApiCall): Answer {
    const sosl = call.query.get('q');
    if (!sosl) throw malformedSearch('No search term found. The search term must be enclosed in braces.');
    return answerOk({ searchRecords: runSearch(call.org, call.context, sosl) });
}
