import { refuse } from '../../errors/refusals.ts';
import type { SalesforceError } from '../../errors/salesforceError.ts';
import { answerOk, type Answer, type ApiCall } from '../apiCall.ts';
import type { Dispatch } from '../dispatchRequest.ts';
import { requireObjectBody } from '../requestBody.ts';
import { parseSubrequests } from './parseSubrequests.ts';
import { isCollection, runSubrequests } from './runSubrequests.ts';
import { parseSubrequestUrl, type Subrequest } from './subrequest.ts';

const MOST_SUBREQUESTS = 25;
/** Queries and sObject Collections among them (REST API Developer Guide, Composite). */
const MOST_QUERIES = 5;
const SUPPORTED = /^\/(sobjects|query|queryAll|composite\/sobjects)(\/|$)/i;
const QUERY = /^\/(query|queryAll)(\/|$)/i;

/**
 * `POST /composite`: up to 25 requests in one, which may refer to the answers before them.
 *
 * @throws SalesforceError JSON_PARSER_ERROR, LIMIT_EXCEEDED or INVALID_INPUT for the request as a whole
 */
export function runComposite(call: ApiCall, dispatch: Dispatch): Answer {
    const { compositeRequest, allOrNone } = requireObjectBody(call.body);
    const subrequests = parseSubrequests(compositeRequest);
    refuseTooMany(subrequests);
    for (const subrequest of subrequests) refuseUnsupported(subrequest);
    const partialSuccess = allOrNone === true ? 'allOrNone' : 'keepGood';
    return answerOk({ compositeResponse: runSubrequests(call, dispatch, subrequests, partialSuccess).results });
}

function refuseTooMany(subrequests: Subrequest[]): void {
    if (subrequests.length > MOST_SUBREQUESTS) {
        throw limitExceeded(`A composite request can contain at most ${MOST_SUBREQUESTS} subrequests.`);
    }
    if (subrequests.filter(isQueryOrCollection).length > MOST_QUERIES) {
        throw limitExceeded(
            `A composite request can contain at most ${MOST_QUERIES} queries and sObject Collections requests.`
        );
    }
}

function isQueryOrCollection(subrequest: Subrequest): boolean {
    return isCollection(subrequest) || QUERY.test(pathOf(subrequest));
}

function refuseUnsupported(subrequest: Subrequest): void {
    if (SUPPORTED.test(pathOf(subrequest))) return;
    throw refuse('INVALID_INPUT', `${subrequest.url} is not supported in a composite request.`);
}

function pathOf({ url }: Subrequest): string {
    return parseSubrequestUrl(url)?.path ?? '';
}

function limitExceeded(message: string): SalesforceError {
    return refuse('LIMIT_EXCEEDED', message);
}
