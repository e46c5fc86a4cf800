import type { Request } from 'express';
import { resolveUserAccess } from '../access/resolveUserAccess.ts';
import { requireApiUser } from '../auth/requireApiUser.ts';
import { unsupportedMediaType } from '../errors/refusals.ts';
import { parseJson } from '../json/parseJson.ts';
import type { ApiCall } from '../rest/apiCall.ts';
import { requireApiVersion } from '../rest/apiVersions.ts';
import { readAutoAssign } from '../rest/readAutoAssign.ts';
import type { LocalOrgServer } from './localOrgServer.ts';

/**
 * The request as the REST API takes it.
 *
 * @throws SalesforceError for a bad version, session, content type or JSON, in this order
 */
export function readCall(server: LocalOrgServer, request: Request): ApiCall {
    const { org, orgUrl, usage, cursors, metadataJobs } = server;
    const { version = '', ...params } = singleParams(request);
    const apiVersion = requireApiVersion(version);
    const user = requireApiUser(org, readBearerToken(request) ?? '');
    usage.spend();
    return {
        org,
        orgUrl,
        usage,
        cursors,
        metadataJobs,
        params,
        context: {
            apiVersion,
            access: resolveUserAccess(org, user),
            autoAssign: readAutoAssign(request.get('sforce-auto-assign')),
            ...(typeof request.body === 'string' ? { requestJson: request.body } : {})
        },
        query: new URL(request.originalUrl, orgUrl).searchParams,
        body: parseBody(request),
        header: (name) => request.get(name)
    };
}

/** The access token of the Authorization header. */
export function readBearerToken(request: Request): string | undefined {
    return /^(?:Bearer|OAuth) (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}

function singleParams(request: Request): Record<string, string> {
    return Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, [value].flat().join('/')]));
}

function parseBody(request: Request): unknown {
    const text: unknown = request.body;
    if (text instanceof FormData) return text;
    if (typeof text !== 'string' || text === '') return undefined;
    if (!request.is('json')) throw unsupportedMediaType(request.get('content-type'));
    return parseJson(text);
}
