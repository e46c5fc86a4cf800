import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';

/**
 * Why records keep a component from being deleted, null when none do: users a profile, what it owns a queue. The wording
 * is a guess.
 *
 * @see https://github.com/forcedotcom/devops-center-feedback/issues/207 for profiles
 */
export function heldByRecords(org: Org, { type, fullName, id }: Component): string | null {
    switch (type) {
        case 'Profile':
            if (org.records.findBy('User', 'ProfileId', id).length === 0) return null;
            return `The Profile called '${fullName}' is in use and cannot be deleted`;
        case 'Queue':
            if (!isOwner(org, id)) return null;
            return `The Queue called '${fullName}' owns records, or is to own them by a rule, and cannot be deleted`;
        default:
            return null;
    }
}

function isOwner({ schema, records, caseAssignmentRule }: Org, queueId: string): boolean {
    const byRule = [...caseAssignmentRule.entries.map(({ ownerId }) => ownerId), caseAssignmentRule.defaultOwnerId];
    if (byRule.includes(queueId)) return true;
    return schema.objects.some(({ name }) =>
        records.findBy(name, 'OwnerId', queueId).some(({ IsDeleted }) => !IsDeleted)
    );
}
