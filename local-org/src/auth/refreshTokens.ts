import { randomBytes } from 'node:crypto';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import { fingerprintToken } from './fingerprintToken.ts';
import { parseStoredScopes, type Scope } from './scopes.ts';
import { endSessionsOfRefreshToken } from './sessions.ts';

const REFRESH_TOKEN_TABLE = 'AuthRefreshToken';
const PREFIX = '5Aep861';
const SECRET_BYTES = 58;
/** "Each connected app allows five unique approvals per user": a sixth revokes the oldest. */
const APPROVALS_PER_USER = 5;

/** What a user approved: it holds until it is revoked, and is not rotated, as is Salesforce's default. */
export interface Approval {
    /** The refresh token's fingerprint. */
    id: string;
    userId: string;
    clientId: string;
    scopes: Scope[];
    issuedAtMs: number;
}

/** A new refresh token, and the id under which the org keeps it. */
export function issueRefreshToken(org: Org, user: SalesforceRecord, clientId: string, scopes: readonly Scope[]) {
    const token = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url').replaceAll('-', '.')}`;
    const id = fingerprintToken(token);
    org.records.transaction(() => {
        const earlier = approvalsOf(org, user, clientId);
        for (const oldest of earlier.slice(0, Math.max(0, earlier.length + 1 - APPROVALS_PER_USER))) {
            revokeApproval(org, oldest.id);
        }
        org.records.put(REFRESH_TOKEN_TABLE, {
            Id: id,
            UserId: user.Id,
            ClientId: clientId,
            Scopes: scopes.join(' '),
            IssuedAtMs: org.clock().getTime()
        });
    });
    return { token, id };
}

export function findApproval(org: Org, refreshToken: string): Approval | undefined {
    const row = org.records.find(REFRESH_TOKEN_TABLE, fingerprintToken(refreshToken));
    return row && toApproval(row);
}

/** The user's approvals of an app, oldest first. */
export function approvalsOf(org: Org, user: SalesforceRecord, clientId: string): Approval[] {
    return org.records
        .findBy(REFRESH_TOKEN_TABLE, 'UserId', user.Id)
        .map(toApproval)
        .filter((approval) => approval.clientId === clientId)
        .sort((one, other) => one.issuedAtMs - other.issuedAtMs);
}

/** Ends the refresh token and all sessions opened with it. */
export function revokeApproval(org: Org, id: string): void {
    org.records.transaction(() => {
        endSessionsOfRefreshToken(org, id);
        org.records.remove(REFRESH_TOKEN_TABLE, id);
    });
}

function toApproval(row: SalesforceRecord): Approval {
    return {
        id: row.Id,
        userId: String(row.UserId),
        clientId: String(row.ClientId),
        scopes: parseStoredScopes(String(row.Scopes)),
        issuedAtMs: Number(row.IssuedAtMs)
    };
}
