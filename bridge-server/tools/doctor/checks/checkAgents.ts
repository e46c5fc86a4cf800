import { enumerate, type Finding, findingsOf } from '../finding.ts';
import type { OrgUser } from '../openOrg.ts';

const { ok, warn, fail } = findingsOf('agents');

interface AgentsQuestion {
    /** The extensions of members of queues. */
    readonly members: ReadonlySet<string>;
    /** Active users with an extension. */
    readonly users: readonly OrgUser[];
    /** Active users with the agents' permission set; null: cannot be seen. */
    readonly holders: readonly OrgUser[] | null;
    /** The field of User that holds the extension. */
    readonly userField: string;
}

/** Whether every agent of a queue is exactly one person in Salesforce, and every softphone user is in a queue. */
export function checkAgents({ members, users, holders, userField }: AgentsQuestion): Finding[] {
    const counts = new Map<string, number>();
    for (const { extension } of users)
        if (extension) counts.set(extension.toLowerCase(), (counts.get(extension.toLowerCase()) ?? 0) + 1);
    const usersOf = (extension: string) => counts.get(extension.toLowerCase()) ?? 0;
    const shared = [...members].filter((extension) => usersOf(extension) > 1);
    const nobodys = [...members].filter((extension) => usersOf(extension) === 0);
    const idle = (holders ?? users).flatMap(({ extension }) => (extension && !members.has(extension) ? extension : []));
    const without = (holders ?? []).filter(({ extension }) => !extension).length;
    const findings = [
        ...(shared.length > 0
            ? [
                  fail(
                      `several active users have the extension ${enumerate(shared)}: the oldest gets the calls`,
                      `leave User.${userField} with one of them`
                  )
              ]
            : []),
        ...(nobodys.length > 0
            ? [
                  warn(
                      `in a queue, and no active user has the extension ${enumerate(nobodys)}: their Cases belong to the bridge`,
                      `fill User.${userField} in, or take them out of the queue`
                  )
              ]
            : []),
        ...(without > 0
            ? [
                  warn(
                      `${without} users with the permission set SoftphoneAgent have no extension and cannot sign in`,
                      `fill User.${userField} in`
                  )
              ]
            : []),
        ...(idle.length > 0
            ? [
                  warn(
                      `${holders ? 'softphone users' : 'users'} in no queue: ${enumerate(idle)}`,
                      'queues.conf: member => PJSIP/… for who shall take calls; who only dials needs none'
                  )
              ]
            : [])
    ];
    return findings.length > 0 ? findings : [ok(`all ${members.size} agents of queues are one active user each`)];
}
