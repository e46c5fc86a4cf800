import { accessOfProfile } from '../../access/profiles.ts';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { findRecord, type Org } from '../../org.ts';

/** Those who may log in by browser: active, and not kept to the API by their profile. */
export function findLoginUsers(org: Org): SalesforceRecord[] {
    return [...org.records.all('User')].filter(
        (user) =>
            user.IsActive === true && !user.IsDeleted && accessOfProfile(findRecord(org, user.ProfileId)) !== 'nothing'
    );
}
