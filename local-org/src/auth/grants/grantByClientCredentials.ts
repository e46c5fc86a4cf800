import { authenticateClient, invalidClient } from '../authenticateClient.ts';
import { describeToken, signTokenGrant, type SignedTokenGrant } from '../describeTokens.ts';
import { findUserByName } from '../findUserByName.ts';
import { OAuthError } from '../oauthError.ts';
import type { OAuthServer } from '../oauthServer.ts';
import { isPermitted, NOT_ADMIN_APPROVED } from '../permittedUsers.ts';
import { withoutRefresh } from '../scopes.ts';
import { openSession } from '../sessions.ts';
import { requireActiveUser } from './requireActiveUser.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** OAuth 2.0 client credentials flow: the app acts as the user that its policy names. */
export function grantByClientCredentials(server: OAuthServer, { form, authorization }: TokenRequest): SignedTokenGrant {
    const { org } = server;
    const app = authenticateClient(server, form, authorization);
    if (app.clientSecret === undefined) throw invalidClient();
    const found = app.runAs === undefined ? undefined : findUserByName(org, app.runAs);
    if (!found) throw new OAuthError('invalid_grant', 'no client credentials user enabled');
    const user = requireActiveUser(found);
    if (!isPermitted(org, app.permittedUsers, user)) throw new OAuthError('invalid_app_access', NOT_ADMIN_APPROVED);
    const scopes = withoutRefresh(app.scopes);
    const accessToken = openSession(org, user, { clientId: app.clientId, scopes });
    return signTokenGrant(server, app, describeToken(server, user, scopes, accessToken));
}
