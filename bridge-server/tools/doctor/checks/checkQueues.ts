import { enumerate, type Finding, findingsOf } from '../finding.ts';
import { extensionsOf, type PbxQueues } from '../queueMembers.ts';

const queues = findingsOf('queues');
const phones = findingsOf('phones');

/** Whether there are queues whose members the bridge can tell apart, and whose telephones are there. */
export function checkQueues({ names, members }: PbxQueues): Finding[] {
    if (names.length === 0)
        return [queues.warn('the PBX has no queue', 'queues.conf: a queue, with agents as members')];
    const staffed = new Set(members.map(({ queue }) => queue));
    const empty = names.filter((name) => !staffed.has(name));
    const nameless = members.filter(({ extension }) => extension === null);
    const extensions = extensionsOf(members);
    const away = extensionsOf(members.filter(({ isAway }) => isAway));
    return [
        queues.ok(`${enumerate(names)}; agents ${enumerate(extensions) || 'none'}`),
        ...(empty.length > 0
            ? [queues.warn(`no members in ${enumerate(empty)}`, 'queues.conf: member => PJSIP/1001, or by QueueAdd')]
            : []),
        ...(nameless.length > 0
            ? [
                  queues.fail(
                      `members without an extension in their interface, whose calls are nobody's: ${nameless.length} in ${enumerate(nameless.map(({ queue }) => queue))}`,
                      'name members PJSIP/1001 or Local/1001@context, with the 2 to 6 digits of User.Extension (`asterisk -rx "queue show"` lists them)'
                  )
              ]
            : []),
        away.size > 0
            ? phones.warn(
                  `not registered: ${enumerate(away)}`,
                  'switch the phones on; a Local member needs its phone as state interface: Local/1001@context,0,1001,PJSIP/1001'
              )
            : phones.ok(`the phones of all ${extensions.size} agents in queues are there`)
    ];
}
