import { randomBytes } from 'node:crypto';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { SHORT_ID_LENGTH } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import { fingerprintToken } from './fingerprintToken.ts';
import { parseStoredScopes, type Scope } from './scopes.ts';

/** Stored beside the records, so that sessions outlive a restart; not an object of the API. */
const SESSION_TABLE = 'AuthSession';
/** The org's session setting "Timeout Value". */
const SESSION_LIFE_MS = 2 * 60 * 60 * 1000;
const SECRET_BYTES = 66;

/** What a session was given for. */
export interface SessionGrant {
    clientId: string;
    scopes: readonly Scope[];
    /** Fingerprint of the refresh token that the session lives and dies with. */
    refreshTokenId?: string;
}

export interface Session {
    userId: string;
    clientId: string;
    scopes: Scope[];
    issuedAtMs: number;
    expiresAtMs: number;
}

/** A login in the browser, which belongs to no app and may do all that its user may. */
const BROWSER_LOGIN: SessionGrant = { clientId: '', scopes: ['full'] };

/** A new access token for the user, shaped as Salesforce's are: the org's id, `!`, a secret. */
export function openSession(org: Org, user: SalesforceRecord, grant: SessionGrant = BROWSER_LOGIN): string {
    const secret = randomBytes(SECRET_BYTES).toString('base64url').replaceAll('-', '.');
    const token = `${organizationOf(org).Id.slice(0, SHORT_ID_LENGTH)}!AQ${secret}`;
    const nowMs = org.clock().getTime();
    org.records.transaction(() => {
        endSessions(org, (session) => Number(session.ExpiresAtMs) <= nowMs);
        org.records.put(SESSION_TABLE, {
            Id: fingerprintToken(token),
            UserId: user.Id,
            ClientId: grant.clientId,
            Scopes: grant.scopes.join(' '),
            RefreshTokenId: grant.refreshTokenId ?? null,
            IssuedAtMs: nowMs,
            ExpiresAtMs: nowMs + SESSION_LIFE_MS
        });
    });
    return token;
}

/** The live session with this access token, seen without being used. */
export function findSession(org: Org, token: string): Session | undefined {
    const row = org.records.find(SESSION_TABLE, fingerprintToken(token));
    if (!row || Number(row.ExpiresAtMs) <= org.clock().getTime()) return undefined;
    if (org.records.find('User', String(row.UserId))?.IsActive !== true) return undefined;
    return {
        userId: String(row.UserId),
        clientId: String(row.ClientId),
        scopes: parseStoredScopes(String(row.Scopes)),
        issuedAtMs: Number(row.IssuedAtMs),
        expiresAtMs: Number(row.ExpiresAtMs)
    };
}

/**
 * The same, for a request that uses it. Use prolongs a session, but only from halfway through its time ("Modify Session
 * Security Settings": the last active session time is not updated before).
 */
export function useSession(org: Org, token: string): Session | undefined {
    const session = findSession(org, token);
    const nowMs = org.clock().getTime();
    if (!session || session.expiresAtMs - nowMs > SESSION_LIFE_MS / 2) return session;
    const expiresAtMs = nowMs + SESSION_LIFE_MS;
    const row = org.records.find(SESSION_TABLE, fingerprintToken(token));
    if (row) org.records.transaction(() => org.records.put(SESSION_TABLE, { ...row, ExpiresAtMs: expiresAtMs }));
    return { ...session, expiresAtMs };
}

/** The active user whose session this token is. */
export function findSessionUser(org: Org, token: string): SalesforceRecord | undefined {
    const session = useSession(org, token);
    return session && org.records.find('User', session.userId);
}

/** Whether there was such a session to end. */
export function endSession(org: Org, token: string): boolean {
    const isLive = findSession(org, token) !== undefined;
    if (isLive) org.records.transaction(() => org.records.remove(SESSION_TABLE, fingerprintToken(token)));
    return isLive;
}

/** Ends all sessions of a user, as deactivating them does. */
export function endSessionsOfUser(org: Org, userId: string): void {
    endSessions(org, (session) => session.UserId === userId);
}

export function endSessionsOfRefreshToken(org: Org, refreshTokenId: string): void {
    endSessions(org, (session) => session.RefreshTokenId === refreshTokenId);
}

export function organizationOf(org: Org): SalesforceRecord {
    const [organization] = org.records.all('Organization');
    if (!organization) throw new Error('The org has no Organization record.');
    return organization;
}

function endSessions(org: Org, isOver: (session: SalesforceRecord) => boolean): void {
    const over = [...org.records.all(SESSION_TABLE)].filter(isOver);
    org.records.transaction(() => over.forEach(({ Id }) => org.records.remove(SESSION_TABLE, Id)));
}
