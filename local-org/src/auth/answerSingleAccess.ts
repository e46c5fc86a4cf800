import type { Answer } from '../rest/apiCall.ts';
import { refuseIdentity } from './answerIdentity.ts';
import type { OAuthServer } from './oauthServer.ts';
import { covers } from './scopes.ts';
import { useSession } from './sessions.ts';

/**
 * `/services/oauth2/singleaccess`, of which `sf org open` asks its address. What it is given shows a page that logs
 * nobody in, so that it carries neither session nor one-time password, and no place to go on to. It takes the scope
 * `web`.
 */
export function answerSingleAccess({ org, orgUrl }: OAuthServer, token: string | undefined): Answer {
    if (!token) return refuseIdentity('Missing_OAuth_Token');
    const session = useSession(org, token);
    if (!session || !covers(session.scopes, 'web')) return refuseIdentity('Bad_OAuth_Token');
    return { status: 200, body: { frontdoor_uri: `${orgUrl}/secur/frontdoor.jsp` } };
}
