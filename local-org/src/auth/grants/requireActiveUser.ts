import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { OAuthError } from '../oauthError.ts';

/** @throws OAuthError inactive_user */
export function requireActiveUser(user: SalesforceRecord | undefined): SalesforceRecord {
    if (user?.IsActive !== true) throw new OAuthError('inactive_user', 'user is inactive');
    return user;
}
