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
    for (const { fullName, id } of created) {
        for (const user of seedUsers.filter(({ permissionSets }) => permissionSets.includes(fullName))) {
            plantRecord(org, administratorContext, 'PermissionSetAssignment', {
                PermissionSetId: id ?? null,
                AssigneeId: findUserByName(org, user.username)?.Id ?? null
            });
        }
    }
}
