import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { findRecord, type Org } from '../org.ts';
import { accessOfProfile } from './profiles.ts';
import { findMaster } from './findMaster.ts';
import { UserAccess } from './userAccess.ts';

/** The access of a user as profile and permission set assignments stand now. */
export function resolveUserAccess(org: Org, user: SalesforceRecord): UserAccess {
    const assignedNames = org.records
        .findBy('PermissionSetAssignment', 'AssigneeId', user.Id)
        .filter((assignment) => !assignment.IsDeleted)
        .map((assignment) => findRecord(org, assignment.PermissionSetId)?.Name);
    const assigned = org.permissionSets.filter((permissionSet) => assignedNames.includes(permissionSet.name));
    const profile = findRecord(org, user.ProfileId);
    const deployed = org.profiles.filter(({ name }) => name === profile?.Name);
    return new UserAccess(user.Id, accessOfProfile(profile), [...deployed, ...assigned], (object, record) =>
        findMaster(org, object, record)
    );
}
