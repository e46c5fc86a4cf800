import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { findRecord, type Org } from '../org.ts';

/**
 * The app policy "Permitted Users".
 * - `selfAuthorized`: everybody may approve the app for themselves
 * - `adminApproved`: those with one of the profiles or permission sets are approved beforehand, the others kept out
 */
export type PermittedUsers =
    | { kind: 'selfAuthorized' }
    | { kind: 'adminApproved'; profiles: readonly string[]; permissionSets: readonly string[] };

export const NOT_ADMIN_APPROVED = 'user is not admin approved to access this app';

/** Whether the policy lets the user near the app; under `selfAuthorized` their own approval is still to come. */
export function isPermitted(org: Org, permitted: PermittedUsers, user: SalesforceRecord): boolean {
    switch (permitted.kind) {
        case 'selfAuthorized':
            return true;
        case 'adminApproved': {
            const profile = String(findRecord(org, user.ProfileId)?.Name);
            if (permitted.profiles.includes(profile)) return true;
            return org.records
                .findBy('PermissionSetAssignment', 'AssigneeId', user.Id)
                .filter((assignment) => !assignment.IsDeleted)
                .some(({ PermissionSetId }) =>
                    permitted.permissionSets.includes(String(findRecord(org, PermissionSetId)?.Name))
                );
        }
    }
}
