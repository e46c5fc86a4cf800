import type { Request } from 'express';
import { resolveUserAccess } from '../access/resolveUserAccess.ts';
import { findSessionUser } from '../auth/sessions.ts';
import type { AutoAssign } from '../callContext.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { invalidSession, refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { ApiCall } from '../rest/apiCall.ts';
import { requireApiVersion } from '../rest/apiVersions.ts';
import type { LocalOrgServer } from './localOrgServer.ts';

/**
 * The request as the REST API takes it.
 *
 * @throws SalesforceError for a bad version, session, content type or JSON, in this order
 */
export function readCall(server: LocalOrgServer, request: Request): ApiCall {
    const { org, orgUrl, usage, cursors } = server;
    const { version = '', ...params } = singleParams(request);
    const apiVersion = requireApiVersion(version);
    const user = findBearer(server, request);
    if (!user) throw invalidSession();
    usage.spend();
    return {
        org,
        orgUrl,
        usage,
        cursors,
        params,
        context: {
            apiVersion,
            access: resolveUserAccess(org, user),
            autoAssign: parseAutoAssign(request.get('sforce-auto-assign'))
        },
        query: new URL(request.originalUrl, orgUrl).searchParams,
        body: parseBody(request),
        header: (name) => request.get(name)
    };
}

/** The active user whose access token the request carries. */
export function findBearer({ org }: LocalOrgServer, request: Request): SalesforceRecord | undefined {
    const token = /^(?:Bearer|OAuth) (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    return token ? findSessionUser(org, token) : undefined;
}

function singleParams(request: Request): Record<string, string> {
    return Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, [value].flat().join('/')]));
}

/** `FALSE`, or `TRUE` or the id of a rule, of which there is one. */
function parseAutoAssign(header: string | undefined): AutoAssign {
    if (header === undefined) return 'notSaid';
    return header.trim().toLowerCase() === 'false' ? 'skip' : 'run';
}

function parseBody(request: Request): unknown {
    const text: unknown = request.body;
    if (typeof text !== 'string' || text === '') return undefined;
    if (!request.is('json')) {
        const message = `Content-Type header specified in HTTP request is not supported: ${request.get('content-type')}`;
        throw new SalesforceError(415, [{ message, errorCode: 'UNSUPPORTED_MEDIA_TYPE' }]);
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        const reason = error instanceof Error ? error.message : '';
        throw refuse('JSON_PARSER_ERROR', `Unexpected character encountered while parsing value: ${reason}`);
    }
}
