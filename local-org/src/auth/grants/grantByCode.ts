import { createHash } from 'node:crypto';
import { authenticateClient } from '../authenticateClient.ts';
import { redeemAuthorizationCode } from '../authorizationCodes.ts';
import { describeIdToken, describeToken, signTokenGrant, type SignedTokenGrant } from '../describeTokens.ts';
import { matchesSecret } from '../matchesSecret.ts';
import { OAuthError } from '../oauthError.ts';
import type { OAuthServer } from '../oauthServer.ts';
import { issueRefreshToken } from '../refreshTokens.ts';
import { openSession } from '../sessions.ts';
import { requireActiveUser } from './requireActiveUser.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** OAuth 2.0 web-server flow with PKCE: the code of a login, shown with the verifier of its challenge. */
export async function grantByCode(
    server: OAuthServer,
    { form, authorization }: TokenRequest
): Promise<SignedTokenGrant & { refresh_token?: string; id_token?: string }> {
    const { org } = server;
    const app = authenticateClient(server, form, authorization);
    const { clientId } = app;
    const grant = redeemAuthorizationCode(org, form.code ?? '', clientId);
    if (form.redirect_uri !== grant.redirectUri) {
        throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const challenge = createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url');
    if (!matchesSecret(challenge, grant.codeChallenge)) throw new OAuthError('invalid_grant', 'invalid code verifier');
    const user = requireActiveUser(org.records.find('User', grant.userId));
    const { scopes } = grant;
    const refresh = scopes.includes('refresh_token') ? issueRefreshToken(org, user, clientId, scopes) : null;
    const accessToken = openSession(org, user, { clientId, scopes, refreshTokenId: refresh?.id });
    const token = describeToken(server, user, scopes, accessToken);
    return {
        ...signTokenGrant(server, app, token),
        ...(refresh ? { refresh_token: refresh.token } : {}),
        ...(await describeIdToken(server, app, scopes, token, grant.nonce))
    };
}
