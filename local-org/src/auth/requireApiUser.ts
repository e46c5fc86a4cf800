import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { invalidSession } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Org } from '../org.ts';
import { covers } from './scopes.ts';
import { useSession } from './sessions.ts';

/**
 * The active user for whom the access token may call the APIs.
 *
 * @throws SalesforceError 401 INVALID_SESSION_ID without a live session, or with one that lacks the scope `api`
 */
export function requireApiUser(org: Org, token: string): SalesforceRecord {
    const session = useSession(org, token);
    const user = session && org.records.find('User', session.userId);
    if (!user) throw invalidSession();
    if (covers(session.scopes, 'api')) return user;
    const message = 'This session is not valid for use with the REST API';
    throw new SalesforceError(401, [{ message, errorCode: 'INVALID_SESSION_ID' }]);
}
