import { covers } from '../auth/scopes.ts';
import { useSession } from '../auth/sessions.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Org } from '../org.ts';

/**
 * The active user whose access token a SessionHeader carries.
 *
 * @throws SalesforceError INVALID_SESSION_ID without a live session, or with one that lacks the scope `api`
 */
export function requireSoapUser(org: Org, sessionId: string): SalesforceRecord {
    const session = useSession(org, sessionId);
    const user = session && org.records.find('User', session.userId);
    if (!user) throw invalidSession('Invalid Session ID found in SessionHeader: Illegal Session');
    if (!covers(session.scopes, 'api')) throw invalidSession('This session is not valid for use with the API');
    return user;
}

function invalidSession(message: string): SalesforceError {
    return new SalesforceError(500, [{ errorCode: 'INVALID_SESSION_ID', message }]);
}
