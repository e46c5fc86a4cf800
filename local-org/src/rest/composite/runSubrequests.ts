import { SalesforceError } from '../../errors/salesforceError.ts';
import { isRecordBody } from '../requestBody.ts';
import type { Answer, ApiCall } from '../apiCall.ts';
import type { Dispatch } from '../dispatchRequest.ts';
import type { PartialSuccess } from '../saveCollection.ts';
import { createResolver, type AnsweredBodies, type EmptyReferences } from './resolveReferences.ts';
import { parseSubrequestUrl, type Subrequest, type SubrequestResult } from './subrequest.ts';

const FIRST_ERROR_STATUS = 400;
/** An external id that several records share: nothing was saved. */
const MULTIPLE_CHOICES = 300;
/** From this API version on, a reference to an empty field stands for null. */
const NULL_REFERENCES_SINCE = 52;
const ROLLED_BACK = {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.'
};

export interface SubrequestResults {
    results: SubrequestResult[];
    isSuccessful: boolean;
}

/** Carries the results out of a transaction whose writes must go. */
class RolledBack extends Error {
    readonly results: SubrequestResult[];

    constructor(results: SubrequestResult[]) {
        super('a subrequest of an all-or-none request was refused');
        this.results = results;
    }
}

/**
 * Runs subrequests one after the other. With `keepGood` those that depend on a failed one fail with it and the others
 * stand; with `allOrNone` the first failure undoes everything.
 */
export function runSubrequests(
    call: ApiCall,
    dispatch: Dispatch,
    subrequests: Subrequest[],
    partialSuccess: PartialSuccess
): SubrequestResults {
    switch (partialSuccess) {
        case 'keepGood':
            return runAll(call, dispatch, subrequests);
        case 'allOrNone':
            return runAllOrNone(call, dispatch, subrequests);
    }
}

/** What stands for a subrequest that was undone, or never begun, because another one failed. */
export function haltedResult({ referenceId }: Pick<Subrequest, 'referenceId'>): SubrequestResult {
    return { body: [ROLLED_BACK], httpHeaders: {}, httpStatusCode: FIRST_ERROR_STATUS, referenceId };
}

function runAll(call: ApiCall, dispatch: Dispatch, subrequests: Subrequest[]): SubrequestResults {
    const bodies = new Map<string, unknown>();
    const results = subrequests.map((subrequest) => {
        const result = runOne(call, dispatch, subrequest, bodies);
        if (!hasFailed(result)) bodies.set(subrequest.referenceId, result.body);
        return result;
    });
    return { results, isSuccessful: !results.some(hasFailed) };
}

function runAllOrNone(call: ApiCall, dispatch: Dispatch, subrequests: Subrequest[]): SubrequestResults {
    try {
        return call.org.records.transaction(() => ({
            results: runUntilFailure(call, dispatch, subrequests),
            isSuccessful: true
        }));
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        return { results: error.results, isSuccessful: false };
    }
}

function runUntilFailure(call: ApiCall, dispatch: Dispatch, subrequests: Subrequest[]): SubrequestResult[] {
    const bodies = new Map<string, unknown>();
    const results: SubrequestResult[] = [];
    for (const subrequest of subrequests) {
        const result = runOne(call, dispatch, asAllOrNone(subrequest), bodies);
        if (hasFailed(result) || hasFailedRecord(result)) {
            throw new RolledBack(subrequests.map((each) => (each === subrequest ? result : haltedResult(each))));
        }
        bodies.set(subrequest.referenceId, result.body);
        results.push(result);
    }
    return results;
}

function runOne(call: ApiCall, dispatch: Dispatch, subrequest: Subrequest, bodies: AnsweredBodies): SubrequestResult {
    const { method, referenceId, headers } = subrequest;
    const resolver = createResolver(bodies, emptyReferencesOf(call));
    try {
        const url = resolver.resolveUrl(subrequest.url);
        const body = resolver.resolveBody(subrequest.body);
        return resultOf(referenceId, dispatch(call, { method, url, body, headers }));
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return resultOf(referenceId, { status: error.status, body: error.items });
    }
}

function emptyReferencesOf({ context }: ApiCall): EmptyReferences {
    return Number(context.apiVersion) >= NULL_REFERENCES_SINCE ? 'standForNull' : 'cannotBeResolved';
}

function resultOf(referenceId: string, { status, body = null, headers = {} }: Answer): SubrequestResult {
    return { body, httpHeaders: headers, httpStatusCode: status, referenceId };
}

function hasFailed({ httpStatusCode }: SubrequestResult): boolean {
    return httpStatusCode >= FIRST_ERROR_STATUS || httpStatusCode === MULTIPLE_CHOICES;
}

/** A composite that is all or none makes its sObject Collections so (allOrNone Parameters in Composite Requests). */
function asAllOrNone(subrequest: Subrequest): Subrequest {
    if (!isCollection(subrequest)) return subrequest;
    const { url, body } = subrequest;
    if (isRecordBody(body)) return { ...subrequest, body: { ...body, allOrNone: true } };
    const withoutFlag = url.replace(/&?allOrNone=[^&]*/i, '');
    return { ...subrequest, url: `${withoutFlag}${url.includes('?') ? '&' : '?'}allOrNone=true` };
}

export function isCollection({ url }: Pick<Subrequest, 'url'>): boolean {
    return /^\/composite\/sobjects(\/|$)/i.test(parseSubrequestUrl(url)?.path ?? '');
}

/** A collection answers 200 for the whole and tells of each record whether it was saved. */
function hasFailedRecord({ body }: SubrequestResult): boolean {
    return Array.isArray(body) && body.some((record) => isRecordBody(record) && record.success === false);
}
