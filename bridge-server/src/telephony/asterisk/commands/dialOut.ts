import { randomUUID } from 'node:crypto';
import { CommandRefused } from '../../telephonyAdapter.ts';
import type { DialPlan } from '../dialPlan.ts';
import type { Originations } from '../originations.ts';
import { dialledChannelId, idOf } from '../trackedCalls.ts';
import { announce } from './announce.ts';
import { deviceStateOf, isDiallable } from './lookUp.ts';
import type { Pbx } from './pbx.ts';

interface DialScene {
    readonly pbx: Pbx;
    readonly dialPlan: DialPlan;
    readonly originations: Originations;
}

/** How long the agent's telephone rings where it does not pick up by itself. */
const RING_MS = 30_000;
/** So long the PBX may take to make the telephone ring. */
const PATIENCE_MS = 5_000;

/** By one or the other many telephones pick up by themselves. A comma would begin another variable. */
const PICK_UP = [
    'PJSIP_HEADER(add\\,Call-Info)=<sip:pbx>;answer-after=0',
    'PJSIP_HEADER(add\\,Alert-Info)=Auto Answer'
];

const OWN_EXTENSION = 'Este é o seu próprio ramal.';
const NO_PHONE = 'O seu telefone não tocou: confira se ele está registrado e livre.';
const SILENT = 'A central telefônica não chamou o seu telefone a tempo. Confira no aparelho antes de tentar de novo.';
const NO_SUCH_TARGET = 'Este destino não existe na central.';

/**
 * Calls the agent's telephone, which the dial plan connects with the number. Resolves to the call's id once it rings.
 * Throws CommandRefused: `own-extension`, `no-such-target`, `phone-unreachable`.
 *
 * @param number E.164, or as it is dialled
 */
export async function dialOut(agent: string, number: string, scene: DialScene): Promise<string> {
    const { pbx, dialPlan, originations } = scene;
    if (number === agent) throw new CommandRefused(OWN_EXTENSION, { reason: 'own-extension' });
    const extension = dialPlan.dialledAs(number);
    if (!(await isDiallable(pbx, dialPlan, extension)))
        throw new CommandRefused(NO_SUCH_TARGET, { reason: 'no-such-target' });
    if (/^(?:UNAVAILABLE|INVALID)$/.test(await deviceStateOf(pbx, dialPlan, agent)))
        throw new CommandRefused(NO_PHONE, { reason: 'phone-unreachable' });
    const direction = (await isColleague(number, scene)) ? 'internal' : 'outbound';
    // the channel gets the id under which the call is known from here on, by every bridge
    const channelId = dialledChannelId(randomUUID());
    await announce(pbx, { type: 'callDialled', call: channelId, leg: channelId, agent, number, direction });
    const outcome = originations.expect(channelId, PATIENCE_MS);
    const originate = pbx.ask({
        Action: 'Originate',
        Channel: dialPlan.interfaceOf(agent),
        ChannelId: channelId,
        Context: dialPlan.context,
        Exten: extension,
        Priority: 1,
        // the caller whom the number sees: the dial plan may make something else of the extension
        CallerID: `<${agent}>`,
        ...(dialPlan.interfaceOf(agent).startsWith('PJSIP/') && { Variable: PICK_UP }),
        Timeout: RING_MS,
        Async: 'true'
    });
    await originate.catch(async (error: unknown) => {
        // a PBX that is silent may call it yet, and tells how that comes out
        if (error instanceof CommandRefused && error.reason !== 'telephony-silent')
            await announce(pbx, { type: 'dialRefused', call: channelId, leg: channelId }).catch(() => undefined);
        throw error;
    });
    const came = await outcome;
    if (came === 'failed') throw new CommandRefused(NO_PHONE, { reason: 'phone-unreachable' });
    if (came === null) throw new CommandRefused(SILENT, { reason: 'telephony-silent' });
    return idOf(channelId);
}

/** A number that is somebody's telephone here. */
async function isColleague(number: string, { pbx, dialPlan }: DialScene): Promise<boolean> {
    if (!/^\d{2,6}$/.test(number)) return false;
    return !['', 'INVALID'].includes(await deviceStateOf(pbx, dialPlan, number));
}
