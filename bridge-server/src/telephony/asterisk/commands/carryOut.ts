import type { AgentAction } from '../../../contract/callActions.ts';
import { CommandRefused, type TelephonyCommand } from '../../telephonyAdapter.ts';
import type { TrackedCalls } from '../trackedCalls.ts';
import { answer, hangup, reject } from './answerAndLeave.ts';
import { blindTransfer } from './blindTransfer.ts';
import type { CarryOut, CommandScene } from './commandScene.ts';
import { cancelTransfer, completeTransfer, conference, consult } from './consult.ts';
import { dtmf } from './dtmf.ts';
import { findLeg, phoneOf } from './findLeg.ts';
import { hold, resume } from './hold.ts';
import { mute, unmute } from './mute.ts';
import { pauseRecording, resumeRecording } from './recording.ts';

type Commands = { readonly [Action in AgentAction]?: CarryOut<Action> };

/** What the softphone can ask of this side. */
const COMMANDS: Commands = {
    answer,
    reject,
    hangup,
    hold,
    resume,
    mute,
    unmute,
    dtmf,
    blindTransfer,
    consult,
    completeTransfer,
    cancelTransfer,
    conference,
    pauseRecording,
    resumeRecording
};

export const ACTIONS = Object.keys(COMMANDS) as AgentAction[];

const NOT_CAPABLE = 'A central telefônica não faz isso pelo softphone: use o próprio aparelho.';

/**
 * Carries out what an agent asks of their leg. Resolves once the PBX did it.
 * Throws CommandRefused: the leg is gone, the phone can't do it, or the PBX refused (its words) or is silent.
 */
export async function carryOut(
    command: TelephonyCommand,
    calls: TrackedCalls,
    surroundings: Pick<CommandScene, 'pbx' | 'ari' | 'dialPlan' | 'answerMethod'>
): Promise<void> {
    const { action, agent } = command;
    const { call, leg } = findLeg(calls, command);
    const carry = COMMANDS[action] as CarryOut | undefined;
    if (!carry) throw new CommandRefused(NOT_CAPABLE, { reason: 'not-capable' });
    await carry({ ...surroundings, command, agent, call, leg, channel: phoneOf(leg) } as Parameters<CarryOut>[0]);
}
