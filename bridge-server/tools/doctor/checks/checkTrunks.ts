import { AmiRefused } from '../../../src/telephony/asterisk/amiError.ts';
import { type AmiMessage, fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import { enumerate, type Finding, findingsOf } from '../finding.ts';
import { isDenied, type Pbx } from '../pbxPort.ts';
import { agentOf } from '../queueMembers.ts';

const { ok, warn } = findingsOf('trunks');

/**
 * Looks for PJSIP endpoints that are named as an agent's phone would be and are none: nobody signs in to them, or the
 * PBX signs in through them.
 *
 * @param agents extensions of the members of queues, which are phones
 */
export async function checkTrunks(pbx: Pbx, agents: ReadonlySet<string>): Promise<Finding[]> {
    const endpoints = await readEndpoints(pbx);
    if (endpoints === null)
        return [warn('cannot be seen (that takes system in write)', 'look that no trunk is named with 2 to 6 digits')];
    const names = endpoints
        .filter(isTrunk)
        .map((endpoint) => fieldOf(endpoint, 'ObjectName'))
        .filter((name) => agentOf(`PJSIP/${name}`) !== null && !agents.has(name));
    if (names.length === 0)
        return [ok(`no trunk among ${endpoints.length} PJSIP endpoints is named like an extension`)];
    return [
        warn(
            `named like an extension, so that its calls pass for an agent's: ${enumerate(names)}`,
            'pjsip.conf: give the trunk a name with a letter, such as carrier, and dial it by that; a phone needs auth'
        )
    ];
}

/** Null when they may not be seen. Without any, or without PJSIP, the PBX answers with an error. */
async function readEndpoints(pbx: Pbx): Promise<readonly AmiMessage[] | null> {
    try {
        return await pbx.list({ Action: 'PJSIPShowEndpoints' });
    } catch (error) {
        if (isDenied(error)) return null;
        if (error instanceof AmiRefused) return [];
        throw error;
    }
}

const isTrunk = (endpoint: AmiMessage): boolean =>
    fieldOf(endpoint, 'OutboundAuths') !== '' || fieldOf(endpoint, 'Auths') === '';
