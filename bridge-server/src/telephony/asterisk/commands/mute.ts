import { CommandRefused } from '../../telephonyAdapter.ts';
import { silenceAgent, unsilenceAgent } from './agentVoice.ts';
import type { CarryOut } from './commandScene.ts';
import { tellOfLeg } from './tellOfLeg.ts';

const ANSWER_FIRST = 'Atenda a ligação primeiro.';

/** What the agent says reaches nobody. Asked for a second time, it is done already. */
export const mute: CarryOut<'mute'> = async (scene) => {
    const { leg, channel, pbx } = scene;
    if (!leg.answered) throw new CommandRefused(ANSWER_FIRST, { reason: 'not-possible-now' });
    await silenceAgent(pbx, channel);
    try {
        await tellOfLeg('legMuted', scene);
    } catch (error) {
        // an agent who sees no mute believes to be heard
        await unsilenceAgent(pbx, channel).catch(() => undefined);
        throw error;
    }
};

/** On hold the agent stays unheard until the call is resumed. */
export const unmute: CarryOut<'unmute'> = async (scene) => {
    await unsilenceAgent(scene.pbx, scene.channel);
    await tellOfLeg('legUnmuted', scene);
};
