import type { Org } from '../org.ts';
import type { ConnectedApp } from './connectedApp.ts';
import { findUserByName } from './findUserByName.ts';
import { identityUrl } from './describeIdentity.ts';
import { OAuthError } from './oauthError.ts';
import { openSession } from './sessions.ts';
import { verifyAssertion } from './verifyAssertion.ts';

export const JWT_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SCOPE = 'api id';

export interface TokenGrant {
    access_token: string;
    scope: string;
    instance_url: string;
    id: string;
    token_type: 'Bearer';
}

/**
 * Answers a form posted to `/services/oauth2/token`. As on the platform, this grant gives no refresh token.
 *
 * @throws OAuthError
 */
export async function grantToken(
    org: Org,
    app: ConnectedApp,
    form: Partial<Record<string, string>>,
    orgUrl: string
): Promise<TokenGrant> {
    if (form.grant_type !== JWT_BEARER_GRANT)
        throw new OAuthError('unsupported_grant_type', 'grant type not supported');
    const username = await verifyAssertion(app, form.assertion ?? '', orgUrl, org.clock());
    const user = findUserByName(org, username);
    if (!user) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    if (!user.IsActive) throw new OAuthError('inactive_user', 'user is inactive');
    return {
        access_token: openSession(org, user),
        scope: SCOPE,
        instance_url: orgUrl,
        id: identityUrl(org, user.Id, orgUrl),
        token_type: 'Bearer'
    };
}
