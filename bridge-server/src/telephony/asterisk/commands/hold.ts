import { CommandRefused } from '../../telephonyAdapter.ts';
import { isHeldByPhone, isSeparated, reunite, separate } from './agentVoice.ts';
import type { CarryOut, CommandScene } from './commandScene.ts';
import { musicIdOf, playMusic, stopMusic } from './holdMusic.ts';
import { findOtherEnds } from './otherEnds.ts';
import { GONE } from './pbx.ts';
import { tellOfLeg } from './tellOfLeg.ts';

const NOT_CAPABLE = 'A central telefônica não põe em espera pelo softphone: use o próprio aparelho.';
const NOBODY = 'Você não está falando com ninguém agora.';
const HELD_BY_PHONE = 'A espera foi feita no aparelho: retome nele.';

/** The customer hears music, and neither of the two the other. Asked for a second time, it is done already. */
export const hold: CarryOut<'hold'> = async (scene) => {
    const { leg, channel, pbx, ari } = scene;
    if (!ari) throw new CommandRefused(NOT_CAPABLE, { reason: 'not-capable' });
    if (!leg.answered) throw new CommandRefused(NOBODY, { reason: 'not-possible-now' });
    const { others, channels } = await findOtherEnds(pbx, channel);
    const [listener] = others;
    if (!listener) throw new CommandRefused(NOBODY, { reason: 'not-possible-now' });
    const wasHeld = await isSeparated(pbx, channel);
    try {
        // the others of a conference go on speaking
        if (others.length === 1) await playMusic({ ari, pbx }, musicOf(scene), listener, channels);
        await separate(pbx, channel);
        if (leg.held !== true) await tellOfLeg('legHeld', scene);
    } catch (error) {
        if (!wasHeld) await Promise.allSettled([stopMusic(pbx, musicOf(scene)), reunite(pbx, channel)]);
        throw error;
    }
};

/** Whoever held the call, this or another bridge. A hold of the telephone's own ends on the telephone. */
export const resume: CarryOut<'resume'> = async (scene) => {
    const { leg, channel, pbx } = scene;
    if (!(await isSeparated(pbx, channel)) && (await isHeldByPhone(pbx, channel)))
        throw new CommandRefused(HELD_BY_PHONE, { reason: 'not-possible-now' });
    await endHold(scene);
    if (leg.held !== false) await tellOfLeg('legResumed', scene);
};

type HeldLeg = Pick<CommandScene, 'leg' | 'channel' | 'pbx'>;

/**
 * Ends a hold on the PBX and tells nobody: also before anything that takes agent and customer apart, such as a transfer.
 * Nothing happens where nothing is held.
 */
export async function endHold(held: HeldLeg): Promise<void> {
    // in this order, so that a hold that is not ended goes on sounding like one
    await reunite(held.pbx, held.channel);
    await stopMusic(held.pbx, musicOf(held));
}

function musicOf({ leg, channel }: HeldLeg): string {
    const [uniqueid] = leg.channels.entries().find(([, name]) => name === channel) ?? [];
    if (uniqueid === undefined) throw new CommandRefused(GONE, { reason: 'call-over' });
    return musicIdOf(uniqueid);
}
