import { knownScopes } from './scopes.ts';

/** `/.well-known/openid-configuration`, as far as it is true of this org. */
export function describeOpenId(orgUrl: string) {
    return {
        issuer: orgUrl,
        authorization_endpoint: `${orgUrl}/services/oauth2/authorize`,
        token_endpoint: `${orgUrl}/services/oauth2/token`,
        revocation_endpoint: `${orgUrl}/services/oauth2/revoke`,
        introspection_endpoint: `${orgUrl}/services/oauth2/introspect`,
        userinfo_endpoint: `${orgUrl}/services/oauth2/userinfo`,
        jwks_uri: `${orgUrl}/id/keys`,
        scopes_supported: knownScopes,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
        code_challenge_methods_supported: ['S256']
    };
}
