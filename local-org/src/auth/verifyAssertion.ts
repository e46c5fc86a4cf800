import { errors, importSPKI, importX509, jwtVerify, type JWTPayload } from 'jose';
import type { ConnectedApp } from './connectedApp.ts';
import { OAuthError } from './oauthError.ts';

const ALGORITHM = 'RS256';
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];
/** An assertion may live no longer than this ("OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration"). */
const LONGEST_LIFE_SECONDS = 300;

/**
 * The username that a signed assertion speaks for.
 *
 * @param orgUrl accepted as audience beside Salesforce's login hosts
 * @throws OAuthError invalid_client_id or invalid_grant
 */
export async function verifyAssertion(
    app: ConnectedApp,
    assertion: string,
    orgUrl: string,
    now: Date
): Promise<string> {
    const claims = await verifySignature(app, assertion, now);
    if (claims.iss !== app.clientId) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    const audiences = [claims.aud ?? []].flat().map((audience) => audience.replace(/\/$/, ''));
    if (!audiences.some((audience) => audience === orgUrl || LOGIN_HOSTS.includes(audience))) {
        throw new OAuthError('invalid_grant', 'audience is invalid');
    }
    const lifeSeconds = (claims.exp ?? 0) - now.getTime() / 1000;
    if (claims.exp === undefined || lifeSeconds > LONGEST_LIFE_SECONDS) {
        throw new OAuthError('invalid_grant', 'invalid expiration');
    }
    if (!claims.sub) throw new OAuthError('invalid_grant', 'invalid assertion');
    return claims.sub;
}

async function verifySignature(app: ConnectedApp, assertion: string, now: Date): Promise<JWTPayload> {
    try {
        const key = app.publicKeyPem.includes('BEGIN CERTIFICATE')
            ? await importX509(app.publicKeyPem, ALGORITHM)
            : await importSPKI(app.publicKeyPem, ALGORITHM);
        const { payload } = await jwtVerify(assertion, key, { algorithms: [ALGORITHM], currentDate: now });
        return payload;
    } catch (error) {
        if (error instanceof errors.JWTExpired) throw new OAuthError('invalid_grant', 'expired authorization code');
        throw new OAuthError('invalid_grant', 'invalid assertion');
    }
}
