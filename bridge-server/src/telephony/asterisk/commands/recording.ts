import { CommandRefused } from '../../telephonyAdapter.ts';
import { fieldOf } from '../amiMessage.ts';
import type { CarryOut, CommandScene } from './commandScene.ts';
import { listChannels, otherEndsOf } from './otherEnds.ts';
import type { Pbx } from './pbx.ts';

const NOT_RECORDED = 'Esta ligação não está sendo gravada.';

/** The tape goes on with silence. The PBX tells every bridge by itself. */
export const pauseRecording: CarryOut<'pauseRecording'> = (scene) => setSilence(scene, 1);

export const resumeRecording: CarryOut<'resumeRecording'> = (scene) => setSilence(scene, 0);

async function setSilence(scene: CommandScene, state: 0 | 1): Promise<void> {
    const recorded = await recordedChannelsOf(scene);
    if (recorded.length === 0) throw new CommandRefused(NOT_RECORDED, { reason: 'not-possible-now' });
    for (const name of recorded)
        await scene.pbx.ask({ Action: 'MixMonitorMute', Channel: name, Direction: 'both', State: state });
}

/** Which channel of a call is recorded is the dial plan's choice. */
async function recordedChannelsOf({ call, channel, pbx }: CommandScene): Promise<string[]> {
    const channels = await listChannels(pbx);
    const others = otherEndsOf(channel, channels).map(({ name }) => name);
    const ofCall = channels.filter(({ linkedid }) => linkedid === call.linkedid).map(({ name }) => name);
    const recorded: string[] = [];
    for (const name of new Set([channel, ...others, ...ofCall])) if (await isRecorded(name, pbx)) recorded.push(name);
    return recorded;
}

/** MixMonitorMute itself succeeds on channels without a recording, too. */
async function isRecorded(name: string, pbx: Pbx): Promise<boolean> {
    const asked = pbx.ask({ Action: 'Getvar', Channel: name, Variable: 'MIXMONITOR_FILENAME' });
    const answer = await asked.catch((error: unknown) => {
        if (error instanceof CommandRefused && error.reason === 'call-over') return {};
        throw error;
    });
    return fieldOf(answer, 'Value') !== '';
}
