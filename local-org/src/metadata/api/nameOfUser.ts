import { fullName } from '../../auth/describeIdentity.ts';
import { findRecord, type Org } from '../../org.ts';

/** The full name of the user with this id, empty when there is none any more. */
export function nameOfUser(org: Org, userId: string): string {
    const user = findRecord(org, userId);
    return user ? String(fullName(org, user)) : '';
}
