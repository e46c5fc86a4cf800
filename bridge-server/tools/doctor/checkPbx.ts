import { AmiRefused, AmiUnreachable } from '../../src/telephony/asterisk/amiError.ts';
import { checkAri } from './checks/checkAri.ts';
import { checkCallLog } from './checks/checkCallLog.ts';
import { checkClock } from './checks/checkClock.ts';
import { checkDialPlan } from './checks/checkDialPlan.ts';
import { checkEvents } from './checks/checkEvents.ts';
import { checkFeatures } from './checks/checkFeatures.ts';
import { checkGreeting } from './checks/checkGreeting.ts';
import { checkLogins } from './checks/checkLogins.ts';
import { checkPrivileges } from './checks/checkPrivileges.ts';
import { checkQueues } from './checks/checkQueues.ts';
import { checkTrunks } from './checks/checkTrunks.ts';
import { checkVersion } from './checks/checkVersion.ts';
import { readCallLogState } from './callLogState.ts';
import type { AmiLogin, PbxPlace } from './doctorInput.ts';
import { type Finding, findingsOf } from './finding.ts';
import { readGreeting } from './greeting.ts';
import { readSettings } from './managerSettings.ts';
import { type OpenPbx, openPbx } from './openPbx.ts';
import { type Pbx, unlessRefused } from './pbxPort.ts';
import { extensionsOf, readQueues } from './queueMembers.ts';

const login = findingsOf('login');

export interface PbxReport {
    readonly findings: readonly Finding[];
    /** The extensions of the members of queues; null: they could not be asked for. */
    readonly members: ReadonlySet<string> | null;
}

/** Everything that can be seen of the PBX without changing it. */
export async function checkPbx(place: PbxPlace, now: () => number): Promise<PbxReport> {
    const greeting = checkGreeting(await readGreeting(place.ami), place.ami, now());
    const ari = await checkAri(place.ari);
    if (greeting.some(({ level }) => level === 'fail')) return { findings: [...greeting, ...ari], members: null };
    const opened = await logIn(place.ami);
    if ('level' in opened) return { findings: [...greeting, opened, ...ari], members: null };
    try {
        const { findings, members } = await lookAround(opened, place, now);
        return { findings: [...greeting, login.ok(`as ${place.ami.username}`), ...findings, ...ari], members };
    } catch (error) {
        if (!(error instanceof AmiUnreachable)) throw error;
        const broken = login.fail(`the connection broke while looking around: ${error.message}`, 'run this again');
        return { findings: [...greeting, broken, ...ari], members: null };
    } finally {
        await opened.close();
    }
}

async function logIn(ami: AmiLogin): Promise<OpenPbx | Finding> {
    try {
        return await openPbx(ami);
    } catch (error) {
        if (error instanceof AmiRefused)
            return login.fail(
                `the PBX refuses ${ami.username}: ${error.message}`,
                `manager.conf, [${ami.username}]: secret = as in AMI_SECRET, and permit = the bridge's address; then \`asterisk -rx "manager reload"\``
            );
        if (error instanceof AmiUnreachable)
            return login.fail(error.message, 'is the PBX overloaded? See its log, and writetimeout in manager.conf');
        throw error;
    }
}

async function lookAround(
    pbx: Pbx,
    { ami, dialPlan, conferenceKeys, protocolVariable, callLog }: PbxPlace,
    now: () => number
): Promise<PbxReport> {
    const { username } = ami;
    const [user, general, cel, features, map] = [
        await readSettings(pbx, 'manager.conf', username),
        await readSettings(pbx, 'manager.conf', 'general'),
        await readSettings(pbx, 'cel.conf', 'general'),
        await readSettings(pbx, 'features.conf', 'general'),
        await readSettings(pbx, 'features.conf', 'featuremap')
    ];
    const logInAgain = async () => (await openPbx(ami)).close();
    const queues = await unlessRefused(readQueues(pbx));
    const members = extensionsOf(queues?.members ?? []);
    const findings = [
        ...(await checkVersion(pbx)),
        ...(await checkPrivileges(pbx, username)),
        ...(await checkEvents(pbx, { username, user, general })),
        ...(await checkClock(pbx, now)),
        ...(await checkLogins(logInAgain, general)),
        ...(queues ? checkQueues(queues) : []),
        ...(await checkTrunks(pbx, members)),
        ...(await checkDialPlan(pbx, { ...dialPlan, queues: queues?.names ?? [], agents: members })),
        ...checkFeatures({
            ...{ map, general: features, manager: general },
            conferenceKeys,
            protocolVariable
        }),
        ...checkCallLog({ place: callLog, state: await readCallLogState(callLog, now()), settings: cel, nowMs: now() })
    ];
    return { findings, members: queues && members };
}
