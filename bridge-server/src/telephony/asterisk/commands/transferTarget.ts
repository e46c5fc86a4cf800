import type { TransferTarget } from '../../../contract/callActions.ts';
import { CommandRefused } from '../../telephonyAdapter.ts';
import { nameOfTarget } from '../../nameOfTarget.ts';
import { SOURCE } from '../trackedCalls.ts';
import { announce } from './announce.ts';
import type { CommandScene } from './commandScene.ts';
import { deviceStateOf, isDiallable } from './lookUp.ts';

const OWN_EXTENSION = 'Este é o seu próprio ramal.';
const ALREADY_HERE = 'Este colega já está nesta ligação.';
const BUSY = 'Este colega está ocupado ou com o telefone desligado.';
const NO_SUCH_TARGET = 'Este destino não existe na central.';
const NOT_WITH_CUSTOMER = 'Você ainda não está com o cliente.';
const IN_CONFERENCE = 'Isto não é possível numa conferência.';
const ASKS_ALREADY = 'Conclua ou cancele antes a consulta que está em curso.';

/** Throws CommandRefused unless the agent has the customer, and asks nobody. */
export function requireCustomerAlone({ call, leg }: Pick<CommandScene, 'call' | 'leg'>): void {
    const { answered, transferred, consult } = leg;
    if (!answered || transferred) throw new CommandRefused(NOT_WITH_CUSTOMER, { reason: 'not-possible-now' });
    if (consult) throw new CommandRefused(ASKS_ALREADY, { reason: 'not-possible-now' });
    if (call.legs.values().some((each) => each.consult?.joined))
        throw new CommandRefused(IN_CONFERENCE, { reason: 'not-possible-now' });
}

/**
 * What to dial for the target, of which every bridge is told in whose words. What the PBX would send the customer into
 * nothing for is refused before.
 * Throws CommandRefused: `own-extension`, `no-such-target`, `target-busy`.
 */
export async function nameTarget(scene: CommandScene, to: TransferTarget): Promise<string> {
    const { call, leg, pbx, dialPlan } = scene;
    const target = nameOfTarget(to);
    if (to.kind !== 'queue') refuseParties(scene, target);
    const dialled = dialPlan.extensionOf(to);
    if (!(await isDiallable(pbx, dialPlan, dialled)))
        throw new CommandRefused(NO_SUCH_TARGET, { reason: 'no-such-target' });
    if (to.kind === 'agent') refuseUnreachable(await deviceStateOf(pbx, dialPlan, to.extension));
    await announce(pbx, {
        type: 'targetNamed',
        call: call.linkedid,
        leg: leg.legId.slice(`${SOURCE}:`.length),
        to,
        dialled
    });
    return dialled;
}

/** A pattern of the dial plan leads to extensions, too, that nobody has. */
function refuseUnreachable(deviceState: string): void {
    if (deviceState === 'INVALID') throw new CommandRefused(NO_SUCH_TARGET, { reason: 'no-such-target' });
    if (deviceState === 'BUSY' || deviceState === 'UNAVAILABLE')
        throw new CommandRefused(BUSY, { reason: 'target-busy' });
}

function refuseParties({ agent, call }: CommandScene, target: string): void {
    if (target === agent) throw new CommandRefused(OWN_EXTENSION, { reason: 'own-extension' });
    if (call.legs.values().some((leg) => leg.agent === target && !leg.transferred))
        throw new CommandRefused(ALREADY_HERE, { reason: 'target-busy' });
}
