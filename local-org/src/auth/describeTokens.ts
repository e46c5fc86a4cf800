import { createHash, createHmac } from 'node:crypto';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { ConnectedApp } from './connectedApp.ts';
import { identityUrl } from './describeIdentity.ts';
import type { OAuthServer } from './oauthServer.ts';
import { covers, type Scope } from './scopes.ts';

export interface TokenGrant {
    access_token: string;
    scope: string;
    instance_url: string;
    id: string;
    token_type: 'Bearer';
}

/** Answers of the flows that speak for a person or by secret: `issued_at` is in milliseconds, as text. */
export interface SignedTokenGrant extends TokenGrant {
    issued_at: string;
    /** Base64 of an HMAC-SHA256, keyed with the consumer secret, of `id` and `issued_at` joined. */
    signature: string;
}

export function describeToken(
    { org, orgUrl }: OAuthServer,
    user: SalesforceRecord,
    scopes: readonly Scope[],
    accessToken: string
): TokenGrant {
    return {
        access_token: accessToken,
        scope: scopes.join(' '),
        instance_url: orgUrl,
        id: identityUrl(org, user.Id, orgUrl),
        token_type: 'Bearer'
    };
}

export function signTokenGrant({ org }: OAuthServer, app: ConnectedApp, grant: TokenGrant): SignedTokenGrant {
    const issued_at = String(org.clock().getTime());
    const signature = createHmac('sha256', app.clientSecret ?? '')
        .update(`${grant.id}${issued_at}`)
        .digest('base64');
    return { ...grant, issued_at, signature };
}

/** The id token that OpenID Connect adds for who asked for the scope `openid`. */
export async function describeIdToken(
    { org, orgUrl, idTokenSigner }: OAuthServer,
    app: ConnectedApp,
    scopes: readonly Scope[],
    grant: TokenGrant,
    nonce: string | null
): Promise<{ id_token?: string }> {
    if (!covers(scopes, 'openid')) return {};
    const hash = createHash('sha256').update(grant.access_token).digest();
    const claims = {
        iss: orgUrl,
        sub: grant.id,
        aud: app.clientId,
        at_hash: hash.subarray(0, hash.length / 2).toString('base64url'),
        ...(nonce === null ? {} : { nonce })
    };
    return { id_token: await idTokenSigner.sign(claims, org.clock()) };
}
