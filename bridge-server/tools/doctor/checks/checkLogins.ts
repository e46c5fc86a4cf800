import { type Finding, findingsOf } from '../finding.ts';
import { isYes, type Settings } from '../managerSettings.ts';

const { ok, warn, fail } = findingsOf('logins');
const KEY = 'allowmultiplelogin';
const LINE = `manager.conf, [general]: ${KEY} = yes (the default); then \`asterisk -rx "manager reload"\``;

/**
 * Whether several bridges may log in at once, and a bridge whose connection broke again before the PBX noticed.
 *
 * @param logInAgain logs in beside the first connection, and out
 */
export async function checkLogins(logInAgain: () => Promise<void>, general: Settings | null): Promise<Finding[]> {
    const error: unknown = await logInAgain().then(
        () => null,
        (reason: unknown) => reason
    );
    if (error !== null) return [fail('a second login beside the first is refused', LINE)];
    if (general?.has(KEY) && !isYes(general.get(KEY)))
        return [warn(`two at once are let in, although ${KEY} is off`, LINE)];
    return [ok('two at once are let in')];
}
