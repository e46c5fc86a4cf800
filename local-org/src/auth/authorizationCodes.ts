import { randomBytes } from 'node:crypto';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import { fingerprintToken } from './fingerprintToken.ts';
import { OAuthError } from './oauthError.ts';
import { parseStoredScopes, type Scope } from './scopes.ts';

const CODE_TABLE = 'AuthCode';
const PREFIX = 'aPrx';
const SECRET_BYTES = 48;
const CODE_LIFE_MS = 15 * 60 * 1000;
/** How long the org still knows a code that no longer opens anything, to call it expired rather than invalid. */
const CODE_MEMORY_MS = 24 * 60 * 60 * 1000;

/** What a login allowed, for the app to fetch with its code. */
export interface AuthorizationGrant {
    userId: string;
    clientId: string;
    redirectUri: string;
    scopes: readonly Scope[];
    /** `BASE64URL(SHA256(code_verifier))` */
    codeChallenge: string;
    nonce: string | null;
}

export function issueAuthorizationCode(org: Org, grant: AuthorizationGrant): string {
    const code = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url').replaceAll('-', '.')}`;
    const nowMs = org.clock().getTime();
    org.records.transaction(() => {
        forgetOldCodes(org, nowMs);
        org.records.put(CODE_TABLE, {
            Id: fingerprintToken(code),
            UserId: grant.userId,
            ClientId: grant.clientId,
            RedirectUri: grant.redirectUri,
            Scopes: grant.scopes.join(' '),
            CodeChallenge: grant.codeChallenge,
            Nonce: grant.nonce,
            IssuedAtMs: nowMs,
            IsUsed: false
        });
    });
    return code;
}

/**
 * What the code stands for. It is used up by being shown, whatever becomes of the request.
 *
 * @throws OAuthError invalid_grant for a code that another app was given, or nobody, or that is used or too old
 */
export function redeemAuthorizationCode(org: Org, code: string, clientId: string): AuthorizationGrant {
    const row = org.records.find(CODE_TABLE, fingerprintToken(code));
    if (!row || row.ClientId !== clientId) throw new OAuthError('invalid_grant', 'invalid authorization code');
    const isTooOld = Number(row.IssuedAtMs) + CODE_LIFE_MS <= org.clock().getTime();
    if (row.IsUsed || isTooOld) throw new OAuthError('invalid_grant', 'expired authorization code');
    org.records.transaction(() => org.records.put(CODE_TABLE, { ...row, IsUsed: true }));
    return toGrant(row);
}

function toGrant(row: SalesforceRecord): AuthorizationGrant {
    return {
        userId: String(row.UserId),
        clientId: String(row.ClientId),
        redirectUri: String(row.RedirectUri),
        scopes: parseStoredScopes(String(row.Scopes)),
        codeChallenge: String(row.CodeChallenge),
        nonce: row.Nonce === null ? null : String(row.Nonce)
    };
}

function forgetOldCodes(org: Org, nowMs: number): void {
    const old = [...org.records.all(CODE_TABLE)].filter((row) => Number(row.IssuedAtMs) + CODE_MEMORY_MS <= nowMs);
    for (const { Id } of old) org.records.remove(CODE_TABLE, Id);
}
