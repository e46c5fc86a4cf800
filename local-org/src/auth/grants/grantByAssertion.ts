import { describeToken, type TokenGrant } from '../describeTokens.ts';
import { findUserByName } from '../findUserByName.ts';
import { OAuthError } from '../oauthError.ts';
import type { OAuthServer } from '../oauthServer.ts';
import { isPermitted, NOT_ADMIN_APPROVED } from '../permittedUsers.ts';
import { approvalsOf } from '../refreshTokens.ts';
import { withoutRefresh } from '../scopes.ts';
import { openSession } from '../sessions.ts';
import { requireActiveUser } from './requireActiveUser.ts';
import type { TokenRequest } from './tokenRequest.ts';
import { verifyAssertion } from './verifyAssertion.ts';

/**
 * OAuth 2.0 JWT bearer flow: for users whom an administrator approved, or who approved the app themselves before. The
 * same assertion may come again, and there is no refresh token.
 */
export async function grantByAssertion(server: OAuthServer, { form }: TokenRequest): Promise<TokenGrant> {
    const { org } = server;
    const { app, username } = await verifyAssertion(server, form.assertion ?? '');
    const found = findUserByName(org, username);
    if (!found) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    const user = requireActiveUser(found);
    if (!isPermitted(org, app.permittedUsers, user)) throw new OAuthError('invalid_app_access', NOT_ADMIN_APPROVED);
    if (app.permittedUsers.kind === 'selfAuthorized' && approvalsOf(org, user, app.clientId).length === 0) {
        throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    }
    const scopes = withoutRefresh(app.scopes);
    return describeToken(server, user, scopes, openSession(org, user, { clientId: app.clientId, scopes }));
}
