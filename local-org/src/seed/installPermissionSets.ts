import { findUserByName } from '../auth/findUserByName.ts';
import type { Org } from '../org.ts';
import type { PermissionSetDefinition } from '../metadata/permissionSetDefinition.ts';
import { plantRecord } from './plantRecord.ts';
import { administratorContext } from './plantSetup.ts';
import { seedUsers } from './users.ts';

/**
 * Gives each permission set of force-app its record. One that is new to the org is assigned to the seed users who
 * hold it; what administrators assigned or took away since stays as they left it.
 */
export function installPermissionSets(org: Org): void {
    for (const permissionSet of org.permissionSets) {
        const isInstalled = org.records.findBy('PermissionSet', 'Name', permissionSet.name).length > 0;
        if (!isInstalled) installPermissionSet(org, permissionSet);
    }
}

function installPermissionSet(org: Org, { name, label, description }: PermissionSetDefinition): void {
    const id = plantRecord(org, administratorContext, 'PermissionSet', {
        Name: name,
        Label: label,
        Description: description
    });
    for (const user of seedUsers.filter(({ permissionSets }) => permissionSets.includes(name))) {
        plantRecord(org, administratorContext, 'PermissionSetAssignment', {
            PermissionSetId: id,
            AssigneeId: findUserByName(org, user.username)?.Id ?? null
        });
    }
}
