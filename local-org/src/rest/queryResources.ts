import { notEmulated } from '../errors/refusals.ts';
import type { RecordFilter } from '../query/compileFilter.ts';
import { describeColumns } from '../query/describeColumns.ts';
import type { QueryBatch } from '../query/queryCursors.ts';
import { unexpectedEnd } from '../query/queryErrors.ts';
import { isLive, runQuery } from '../query/runQuery.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';

const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2000;

export const queryResources: Resource[] = [
    { path: '/query', handlers: { GET: (call) => query(call, isLive) } },
    { path: '/queryAll', handlers: { GET: (call) => query(call, () => true) } },
    { path: '/query/:locator', handlers: { GET: queryMore } },
    { path: '/queryAll/:locator', handlers: { GET: queryMore } }
];

function query(call: ApiCall, reaches: RecordFilter): Answer {
    const { org, context } = call;
    if (call.query.has('explain')) throw notEmulated('query plans (explain)');
    const soql = call.query.get('q');
    if (!soql) throw unexpectedEnd();
    if (call.query.get('columns') === 'true') return answerOk(describeColumns(org, context, soql));
    const result = runQuery(org, context, soql, reaches);
    return batchAnswer(call, call.cursors.firstBatch(context.access.userId, result, batchSize(call), org.clock()));
}

function queryMore(call: ApiCall): Answer {
    const { org, context, params } = call;
    return batchAnswer(call, call.cursors.nextBatch(context.access.userId, params.locator ?? '', org.clock()));
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
