import { authenticateClient } from '../authenticateClient.ts';
import { describeToken, signTokenGrant, type SignedTokenGrant } from '../describeTokens.ts';
import { OAuthError } from '../oauthError.ts';
import type { OAuthServer } from '../oauthServer.ts';
import { isPermitted, NOT_ADMIN_APPROVED } from '../permittedUsers.ts';
import { findApproval } from '../refreshTokens.ts';
import { openSession } from '../sessions.ts';
import { requireActiveUser } from './requireActiveUser.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** OAuth 2.0 refresh token flow: a new access token for what was approved; the refresh token stays the same. */
export function grantByRefreshToken(server: OAuthServer, { form, authorization }: TokenRequest): SignedTokenGrant {
    const { org } = server;
    const app = authenticateClient(server, form, authorization);
    const approval = findApproval(org, form.refresh_token ?? '');
    if (approval?.clientId !== app.clientId) throw new OAuthError('invalid_grant', 'expired access/refresh token');
    const user = requireActiveUser(org.records.find('User', approval.userId));
    if (!isPermitted(org, app.permittedUsers, user)) throw new OAuthError('invalid_app_access', NOT_ADMIN_APPROVED);
    const { scopes } = approval;
    const accessToken = openSession(org, user, { clientId: app.clientId, scopes, refreshTokenId: approval.id });
    return signTokenGrant(server, app, describeToken(server, user, scopes, accessToken));
}
