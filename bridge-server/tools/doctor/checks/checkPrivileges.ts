import { type Finding, findingsOf } from '../finding.ts';
import { PBX_ACTIONS, type PbxAction, writeClassesFor } from '../pbxActions.ts';
import { AmiRefused } from '../../../src/telephony/asterisk/amiError.ts';
import { isDenied, isUnknownAction, type Pbx } from '../pbxPort.ts';

const { ok, fail } = findingsOf('write');

type Verdict = 'allowed' | 'denied' | 'unknown';

/**
 * Tries each action on a channel, member or queue that no PBX has: what is allowed finds nothing, what is not is
 * denied before. `UserEvent` alone does something: it sends an event that nobody heeds.
 *
 * @param username the section of manager.conf
 */
export async function checkPrivileges(pbx: Pbx, username: string): Promise<Finding[]> {
    const enough = writeClassesFor(PBX_ACTIONS);
    const verdicts = new Map<PbxAction, Verdict>();
    for (const each of PBX_ACTIONS) verdicts.set(each, await tryAction(pbx, each));
    const having = (verdict: Verdict) => PBX_ACTIONS.filter((each) => verdicts.get(each) === verdict);
    const denied = having('denied');
    const missing = writeClassesFor(denied);
    const findings: Finding[] =
        denied.length > 0
            ? [
                  fail(
                      `lacks ${missing.join(', ')}, so no ${describe(denied)}`,
                      `manager.conf, [${username}]: write = ${enough.join(',')}; then \`asterisk -rx "manager reload"\``
                  )
              ]
            : [];
    for (const [module, absent] of Map.groupBy(having('unknown'), (each) => each.module))
        findings.push(
            module === null
                ? fail(`this Asterisk does not know ${describe(absent)}`, 'update it: the bridge was verified on 22')
                : fail(
                      `${module} is not there: ${describe(absent)}`,
                      `\`asterisk -rx "module load ${module}.so"\`, and \`load = ${module}.so\` in modules.conf`
                  )
        );
    return findings.length > 0 ? findings : [ok(`all ${PBX_ACTIONS.length} actions of the bridge are allowed`)];
}

async function tryAction(pbx: Pbx, { action, probe }: PbxAction): Promise<Verdict> {
    try {
        await pbx.ask({ Action: action, ...probe });
        return 'allowed';
    } catch (error) {
        if (isDenied(error)) return 'denied';
        if (isUnknownAction(error)) return 'unknown';
        if (error instanceof AmiRefused) return 'allowed';
        throw error;
    }
}

const describe = (actions: readonly PbxAction[]): string =>
    actions.map(({ action, purpose }) => `${action} (${purpose})`).join(', ');
