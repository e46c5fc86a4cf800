import { authenticateClient } from './authenticateClient.ts';
import type { TokenGrant } from './describeTokens.ts';
import { grantByAssertion } from './grants/grantByAssertion.ts';
import { grantByClientCredentials } from './grants/grantByClientCredentials.ts';
import { grantByCode } from './grants/grantByCode.ts';
import { grantByRefreshToken } from './grants/grantByRefreshToken.ts';
import type { TokenRequest } from './grants/tokenRequest.ts';
import { OAuthError } from './oauthError.ts';
import type { OAuthServer } from './oauthServer.ts';

export const JWT_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Grants that Salesforce knows and this org does not, by the words of its documentation. */
const NOT_EMULATED = new Map([
    ['device', 'the device flow'],
    ['urn:ietf:params:oauth:grant-type:device_code', 'the device flow'],
    ['hybrid_refresh', 'the hybrid flows'],
    ['assertion', 'the SAML assertion flow'],
    ['urn:ietf:params:oauth:grant-type:saml2-bearer', 'the SAML bearer assertion flow'],
    ['urn:ietf:params:oauth:grant-type:token-exchange', 'the token exchange flow']
]);

/**
 * Answers a form posted to `/services/oauth2/token`.
 *
 * @throws OAuthError
 */
export async function grantToken(server: OAuthServer, request: TokenRequest): Promise<TokenGrant> {
    const { grant_type: grantType, response_type: responseType } = request.form;
    if (responseType === 'device_code') throw notEmulatedGrant('the device flow');
    switch (grantType) {
        case JWT_BEARER_GRANT:
            return grantByAssertion(server, request);
        case 'client_credentials':
            return grantByClientCredentials(server, request);
        case 'authorization_code':
            return grantByCode(server, request);
        case 'refresh_token':
            return grantByRefreshToken(server, request);
        case 'password':
            authenticateClient(server, request.form, request.authorization);
            // New orgs have "Allow OAuth Username-Password Flows" off, and answer as if the password were wrong.
            throw new OAuthError('invalid_grant', 'authentication failure');
        default: {
            const flow = NOT_EMULATED.get(grantType ?? '');
            throw flow ? notEmulatedGrant(flow) : new OAuthError('unsupported_grant_type', 'grant type not supported');
        }
    }
}

function notEmulatedGrant(flow: string): OAuthError {
    const description = `The local org does not emulate ${flow}. See local-org/README.md.`;
    return new OAuthError('unsupported_grant_type', description);
}
