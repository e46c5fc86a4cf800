import { randomBytes } from 'node:crypto';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { SHORT_ID_LENGTH } from '../ids/recordId.ts';
import type { Org } from '../org.ts';

/** Stored beside the records, so that sessions outlive a restart; not an object of the API. */
const SESSION_TABLE = 'AuthSession';
const SESSION_LIFE_MS = 2 * 60 * 60 * 1000;
const SECRET_BYTES = 66;

/** A new access token for the user, shaped as Salesforce's are: the org's id, `!`, a secret. */
export function openSession(org: Org, user: SalesforceRecord): string {
    const secret = randomBytes(SECRET_BYTES).toString('base64url').replaceAll('-', '.');
    const token = `${organizationOf(org).Id.slice(0, SHORT_ID_LENGTH)}!AQ${secret}`;
    const expiresAtMs = org.clock().getTime() + SESSION_LIFE_MS;
    org.records.transaction(() => {
        removeExpired(org);
        org.records.put(SESSION_TABLE, { Id: token, UsersId: user.Id, ExpiresAtMs: expiresAtMs });
    });
    return token;
}

/** The active user whose session this token is. */
export function findSessionUser(org: Org, token: string): SalesforceRecord | undefined {
    const session = org.records.find(SESSION_TABLE, token);
    if (!session || isExpired(org, session)) return undefined;
    const user = org.records.find('User', String(session.UsersId));
    return user?.IsActive ? user : undefined;
}

export function organizationOf(org: Org): SalesforceRecord {
    const [organization] = org.records.all('Organization');
    if (!organization) throw new Error('The org has no Organization record.');
    return organization;
}

function isExpired(org: Org, session: SalesforceRecord): boolean {
    return Number(session.ExpiresAtMs) <= org.clock().getTime();
}

function removeExpired(org: Org): void {
    for (const session of [...org.records.all(SESSION_TABLE)]) {
        if (isExpired(org, session)) org.records.remove(SESSION_TABLE, session.Id);
    }
}
