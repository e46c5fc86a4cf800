import { notFound, refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Answer, ApiCall, Method, Resource } from './apiCall.ts';
import { requireApiVersion } from './apiVersions.ts';
import { createMatcher, type MatchResource } from './matchResource.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import { readAutoAssign } from './readAutoAssign.ts';

/** A request that another request carries. */
export interface InnerRequest {
    method: string;
    /** `/services/data/v66.0/sobjects/Case/500…?fields=Subject` */
    url: string;
    body: unknown;
    /** By lower-case name. */
    headers: Record<string, string>;
}

/** Answers a request as the caller of another one, without HTTP; refusals are answers too. */
export type Dispatch = (call: ApiCall, request: InnerRequest) => Answer;

const URL_PATTERN = /^\/services\/data\/(?<version>v[^/?]+)(?<path>\/[^?]*)?(?:\?(?<query>.*))?$/is;

export function createDispatcher(resources: Resource[]): Dispatch {
    const match = createMatcher(resources);
    return (call, request) => {
        try {
            return answer(match, call, request);
        } catch (error) {
            if (error instanceof SalesforceError) return { status: error.status, body: error.items };
            if (error instanceof URIError) return { status: 400, body: refuse('INVALID_REQUEST', error.message).items };
            throw error;
        }
    };
}

function answer(match: MatchResource, call: ApiCall, { method, url, body, headers }: InnerRequest): Answer {
    const { version = '', path = '', query = '' } = URL_PATTERN.exec(url)?.groups ?? {};
    const found = match(path);
    if (!found) throw notFound();
    const { resource, params } = found;
    const handler = resource.handlers[method as Method];
    if (!handler) throw methodNotAllowed(method, Object.keys(resource.handlers));
    return handler({
        ...call,
        params,
        query: new URLSearchParams(query),
        body,
        header: (name) => headers[name.toLowerCase()],
        context: {
            ...call.context,
            apiVersion: requireApiVersion(version),
            autoAssign: readAutoAssign(headers['sforce-auto-assign'])
        }
    });
}
