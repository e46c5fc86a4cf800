import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';

/** Usernames are unique and know no case. */
export function findUserByName(org: Org, username: string): SalesforceRecord | undefined {
    return org.records.findBy('User', 'Username', username).find((user) => !user.IsDeleted);
}
