import { decodeJwt, errors, importSPKI, importX509, jwtVerify, type JWTPayload } from 'jose';
import type { ConnectedApp } from '../connectedApp.ts';
import { OAuthError } from '../oauthError.ts';
import type { OAuthServer } from '../oauthServer.ts';
import { requireApp } from '../requireApp.ts';

const ALGORITHM = 'RS256';
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

export interface VerifiedAssertion {
    app: ConnectedApp;
    username: string;
}

/**
 * The app that signed an assertion, and the username it speaks for. How far ahead `exp` lies does not matter, whatever
 * the documentation says of three minutes: the Salesforce CLI writes it in milliseconds, and is let in.
 *
 * @throws OAuthError invalid_client_id or invalid_grant
 */
export async function verifyAssertion(server: OAuthServer, assertion: string): Promise<VerifiedAssertion> {
    const app = requireApp(server, readClaims(assertion).iss);
    const claims = await verifySignature(app, assertion, server.org.clock());
    const audiences = [claims.aud ?? []].flat().filter((audience) => typeof audience === 'string');
    const accepted = [server.orgUrl, ...LOGIN_HOSTS];
    if (!audiences.some((audience) => accepted.includes(audience.replace(/\/$/, '')))) {
        throw new OAuthError('invalid_grant', 'audience is invalid');
    }
    const username = claims.sub ?? claims.prn;
    if (claims.exp === undefined || typeof username !== 'string' || username === '') throw invalidAssertion();
    return { app, username };
}

function readClaims(assertion: string): JWTPayload {
    try {
        return decodeJwt(assertion);
    } catch {
        throw invalidAssertion();
    }
}

async function verifySignature(app: ConnectedApp, assertion: string, now: Date): Promise<JWTPayload> {
    if (app.publicKeyPem === undefined) throw invalidAssertion();
    try {
        const key = app.publicKeyPem.includes('BEGIN CERTIFICATE')
            ? await importX509(app.publicKeyPem, ALGORITHM)
            : await importSPKI(app.publicKeyPem, ALGORITHM);
        const { payload } = await jwtVerify(assertion, key, { algorithms: [ALGORITHM], currentDate: now });
        return payload;
    } catch (error) {
        if (error instanceof errors.JWTExpired) throw new OAuthError('invalid_grant', 'expired authorization code');
        throw invalidAssertion();
    }
}

function invalidAssertion(): OAuthError {
    return new OAuthError('invalid_grant', 'invalid assertion');
}
