import { authenticateClient, invalidClient } from './authenticateClient.ts';
import type { TokenRequest } from './grants/tokenRequest.ts';
import { identityUrl } from './describeIdentity.ts';
import type { OAuthServer } from './oauthServer.ts';
import { findApproval } from './refreshTokens.ts';
import { findSession } from './sessions.ts';

/**
 * Token introspection (RFC 7662): an app with a secret asks about its own tokens; times are in seconds. Any other token
 * is not active to it.
 *
 * @throws OAuthError invalid_client_id or invalid_client
 */
export function introspectToken(server: OAuthServer, { form, authorization }: TokenRequest): object {
    const { org, orgUrl } = server;
    const app = authenticateClient(server, form, authorization);
    if (app.clientSecret === undefined) throw invalidClient();
    const token = form.token ?? '';
    const session = findSession(org, token);
    const found = session ?? findApproval(org, token);
    const user = found && org.records.find('User', found.userId);
    if (!user || found.clientId !== app.clientId) return { active: false };
    const issuedAt = Math.floor(found.issuedAtMs / 1000);
    return {
        active: true,
        scope: found.scopes.join(' '),
        client_id: app.clientId,
        username: user.Username,
        sub: identityUrl(org, user.Id, orgUrl),
        token_type: session ? 'access_token' : 'refresh_token',
        ...(session ? { exp: Math.floor(session.expiresAtMs / 1000) } : {}),
        iat: issuedAt,
        nbf: issuedAt
    };
}
