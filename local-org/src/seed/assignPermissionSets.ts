import { findUserByName } from '../auth/findUserByName.ts';
import type { DeployOutcome } from '../metadata/deploy/deployOutcome.ts';
import type { Org } from '../org.ts';
import { plantRecord } from './plantRecord.ts';
import { administratorContext } from './plantSetup.ts';
import { seedUsers } from './users.ts';

/**
 * Gives the permission sets that a deploy made to the seed users who hold them. Of those that were there before, what
 * administrators assigned or took away since stays as they left it.
 */
export function assignPermissionSets(org: Org, { messages }: DeployOutcome): void {
    const created = messages.filter((message) => message.created && message.componentType === 'PermissionSet');
    for (const { fullName, id = null } of created) {
        for (const user of seedUsers.filter(({ permissionSets }) => permissionSets.includes(fullName))) {
            const assigneeId = findUserByName(org, user.username)?.Id;
            if (assigneeId === undefined || isAssigned(org, id, assigneeId)) continue;
            const values = { PermissionSetId: id, AssigneeId: assigneeId };
            plantRecord(org, administratorContext, 'PermissionSetAssignment', values);
        }
    }
}

/** As the records of an older version of this org may say, whose permission sets were no components. */
function isAssigned(org: Org, permissionSetId: string | null, assigneeId: string): boolean {
    const assignments = org.records.findBy('PermissionSetAssignment', 'AssigneeId', assigneeId);
    return assignments.some(({ PermissionSetId }) => PermissionSetId === permissionSetId);
}
