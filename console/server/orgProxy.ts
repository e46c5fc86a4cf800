import { raw, Router, type Request } from 'express';
import type { OrgSession, OrgSessions } from './orgSessions.ts';

const LARGEST_BODY = '5mb';
const FORWARDED_REQUEST_HEADERS = ['content-type', 'accept', 'if-unmodified-since'];
const FORWARDED_RESPONSE_HEADERS = ['content-type', 'sforce-limit-info'];

/** Names the user whose page asks. A browser asks first before it sends such a header to another origin. */
export const USER_HEADER = 'x-console-user';

/**
 * Hands `/services/*` on to the org with the user's access token, so that in the page the org is same-origin,
 * as it is inside Salesforce. A token that the org refuses is renewed once.
 */
export function createOrgProxy(orgUrl: string, sessions: OrgSessions): Router {
    const proxy = Router();
    proxy.use('/services', raw({ type: () => true, limit: LARGEST_BODY }), async (request, response) => {
        const username = request.get(USER_HEADER);
        if (!username) {
            response.status(401).json([{ errorCode: 'INVALID_SESSION_ID', message: `${USER_HEADER} is missing` }]);
            return;
        }
        const send = (session: OrgSession) => forward(request, orgUrl, session);
        let answer = await send(await sessions.get(username));
        if (answer.status === 401) answer = await send(await sessions.renew(username));
        response.status(answer.status);
        for (const name of FORWARDED_RESPONSE_HEADERS) {
            const value = answer.headers.get(name);
            if (value) response.set(name, value);
        }
        response.send(Buffer.from(await answer.arrayBuffer()));
    });
    return proxy;
}

function forward(request: Request, orgUrl: string, { accessToken }: OrgSession): Promise<Response> {
    const headers = new Headers({ authorization: `Bearer ${accessToken}` });
    for (const name of FORWARDED_REQUEST_HEADERS) {
        const value = request.get(name);
        if (value) headers.set(name, value);
    }
    const hasBody = Buffer.isBuffer(request.body) && request.body.length > 0;
    return fetch(orgUrl + request.originalUrl, {
        method: request.method,
        headers,
        ...(hasBody ? { body: new Uint8Array(request.body) } : {})
    });
}
