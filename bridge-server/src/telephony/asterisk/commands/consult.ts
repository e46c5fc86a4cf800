import { CommandRefused } from '../../telephonyAdapter.ts';
import type { TrackedConsult, TrackedLeg } from '../trackedCalls.ts';
import type { CarryOut, SceneOf } from './commandScene.ts';
import { endHold } from './hold.ts';
import { tellOfLeg } from './tellOfLeg.ts';
import { nameTarget, requireCustomerAlone } from './transferTarget.ts';
import { untilTold } from './untilTold.ts';

/** Q.850: normal clearing. */
const NORMAL_CLEARING = 16;
/** The PBX presses the keys of a transfer one after the other, as it would take them from a telephone. */
const KEY_MS = 45;
const PATIENCE_MS = 2_000;
/** The customer hears music before the first key of the target is pressed. */
const BEGINS_MS = 1_000;
const ATTEMPTS = 2;

const NOT_TRANSFERABLE = 'A central telefônica não permite consultar nesta ligação: use o próprio aparelho.';
const NO_CONFERENCE = 'A central telefônica não começou a conferência: use o próprio aparelho.';
const NOT_ASKING = 'Você não está consultando ninguém.';
const NOT_ANSWERED = 'Espere até que a pessoa consultada atenda.';
const IN_CONFERENCE = 'A conferência já começou.';

/** The customer hears music while the agent's own telephone asks the target. Resolves once the target is called. */
export const consult: CarryOut<'consult'> = async (scene) => {
    const { command, leg } = scene;
    requireCustomerAlone(scene);
    const extension = await nameTarget(scene, command.to);
    const wasHeld = leg.held !== false;
    if (wasHeld) await endHold(scene);
    try {
        await ask(scene, extension);
        const isAsked = await untilTold(() => leg.consult !== null, PATIENCE_MS + extension.length * KEY_MS);
        if (!isAsked) throw new CommandRefused(NOT_TRANSFERABLE, { reason: 'not-possible-now' });
    } catch (error) {
        if (wasHeld) await tellOfLeg('legResumed', scene).catch(() => undefined);
        throw error;
    }
};

/**
 * Asked for a second time where nothing comes of it: while the PBX sounds to the agent that an earlier attempt failed, it
 * takes no keys.
 */
async function ask({ leg, channel, pbx, dialPlan }: SceneOf<'consult'>, extension: string): Promise<void> {
    const wasHeld = leg.held;
    const hasBegun = () => leg.consult !== null || leg.held !== wasHeld || wasHeld === true;
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
        // the last key says that no other follows; without it a PBX that takes longer numbers, too, waits for seconds
        await pbx.ask({ Action: 'Atxfer', Channel: channel, Context: dialPlan.context, Exten: `${extension}#` });
        if (await untilTold(hasBegun, BEGINS_MS)) return;
    }
}

/** The PBX hands the customer to whom the agent leaves, though their telephone may still ring. */
export const completeTransfer: CarryOut<'completeTransfer'> = async ({ leg, channel, pbx }) => {
    const { joined } = asking(leg);
    if (joined) throw new CommandRefused(IN_CONFERENCE, { reason: 'not-possible-now' });
    await pbx.ask({ Action: 'Hangup', Channel: channel, Cause: NORMAL_CLEARING });
};

/** Whom the agent asked is hung up on, out of a conference too; the PBX brings agent and customer together again. */
export const cancelTransfer: CarryOut<'cancelTransfer'> = async ({ leg, pbx }) => {
    await pbx
        .ask({ Action: 'Hangup', Channel: asking(leg).nearEnd, Cause: NORMAL_CLEARING })
        .catch((error: unknown) => {
            // they were faster
            if (!(error instanceof CommandRefused) || error.reason !== 'call-over') throw error;
        });
};

/** As if the agent pressed the keys that let the customer in. */
export const conference: CarryOut<'conference'> = async ({ leg, channel, pbx, dialPlan }) => {
    const asked = asking(leg);
    if (asked.joined || !asked.answered)
        throw new CommandRefused(asked.joined ? IN_CONFERENCE : NOT_ANSWERED, { reason: 'not-possible-now' });
    for (const key of dialPlan.conferenceKeys)
        await pbx.ask({ Action: 'PlayDTMF', Channel: channel, Digit: key, Receive: 'true' });
    if (!(await untilTold(() => leg.consult?.joined === true, PATIENCE_MS)))
        throw new CommandRefused(NO_CONFERENCE, { reason: 'not-possible-now' });
};

function asking({ consult: asked }: TrackedLeg): TrackedConsult {
    if (!asked) throw new CommandRefused(NOT_ASKING, { reason: 'not-possible-now' });
    return asked;
}
