import { showValue } from '../../data/showValue.ts';
import { refuse } from '../../errors/refusals.ts';
import { SalesforceError } from '../../errors/salesforceError.ts';
import { answerOk, type Answer, type ApiCall } from '../apiCall.ts';
import type { Dispatch, InnerRequest } from '../dispatchRequest.ts';
import { isRecordBody, requireObjectBody } from '../requestBody.ts';
import { parseSubrequestUrl } from './subrequest.ts';

const MOST_SUBREQUESTS = 25;
const FIRST_ERROR_STATUS = 400;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const SUPPORTED = /^\/(limits|sobjects|query|queryAll|search)(\/|$)/i;
const HALTED: BatchResult = {
    statusCode: 412,
    result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }]
};

interface BatchResult {
    statusCode: number;
    result: unknown;
}

/** `POST /composite/batch`: up to 25 independent requests, each of them an API call of its own. */
export function runBatch(call: ApiCall, dispatch: Dispatch): Answer {
    const { batchRequests, haltOnError } = requireObjectBody(call.body);
    const requests = parseRequests(call, batchRequests);
    const results: BatchResult[] = [];
    for (const [index, request] of requests.entries()) {
        const isHalted = haltOnError === true && results.some(hasFailed);
        results.push(isHalted ? HALTED : runOne(call, dispatch, request, index));
    }
    return answerOk({ hasErrors: results.some(hasFailed), results });
}

function runOne(call: ApiCall, dispatch: Dispatch, request: InnerRequest, index: number): BatchResult {
    try {
        // the batch itself has been counted: it stands for its first request
        if (index > 0) call.usage.spend();
        const { status, body = null } = dispatch(call, request);
        return { statusCode: status, result: body };
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return { statusCode: error.status, result: error.items };
    }
}

function hasFailed({ statusCode }: BatchResult): boolean {
    return statusCode >= FIRST_ERROR_STATUS;
}

function parseRequests(call: ApiCall, value: unknown): InnerRequest[] {
    if (!Array.isArray(value) || value.length === 0) {
        throw refuse('JSON_PARSER_ERROR', 'batchRequests must be an array that holds at least one subrequest.');
    }
    if (value.length > MOST_SUBREQUESTS) {
        throw refuse('LIMIT_EXCEEDED', `A batch can contain at most ${MOST_SUBREQUESTS} subrequests.`);
    }
    return value.map((each) => parseRequest(call, each));
}

/** `{ "method": "PATCH", "url": "v66.0/sobjects/Case/500…", "richInput": { … } }`; a batch takes no headers. */
function parseRequest({ context }: ApiCall, value: unknown): InnerRequest {
    if (!isRecordBody(value)) throw refuse('JSON_PARSER_ERROR', 'A subrequest must be a JSON object.');
    const { method, url, richInput } = value;
    const absolute = `/services/data/${showValue(url).replace(/^\/?(services\/data\/)?/i, '')}`;
    const parsed = parseSubrequestUrl(absolute);
    const knownMethod = METHODS.find((each) => each === showValue(method).toUpperCase());
    if (!parsed || !knownMethod) {
        throw refuse(
            'JSON_PARSER_ERROR',
            `A subrequest needs a method and a url such as v66.0/limits: ${showValue(method)} ${showValue(url)}`
        );
    }
    if (!SUPPORTED.test(parsed.path)) throw refuse('INVALID_INPUT', `${showValue(url)} is not supported in a batch.`);
    if (Number(parsed.version.slice(1)) > Number(context.apiVersion)) {
        throw refuse('INVALID_INPUT', `${showValue(url)} is of a later API version than the batch.`);
    }
    return { method: knownMethod, url: absolute, body: richInput, headers: {} };
}
