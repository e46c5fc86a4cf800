import type { AgentAction } from '../../../contract/callActions.ts';
import { CommandRefused, type TelephonyCommand } from '../../telephonyAdapter.ts';
import { localPairOf } from '../agentPhone.ts';
import type { TrackedCalls, TrackedLeg } from '../trackedCalls.ts';
import { answer, hangup, reject } from './answerAndLeave.ts';
import type { CarryOut, CommandScene } from './commandScene.ts';
import { GONE } from './pbx.ts';

type Commands = { readonly [Action in AgentAction]?: CarryOut<Action> };

/** What the softphone can ask of this side. */
const COMMANDS: Commands = {
    answer,
    reject,
    hangup
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
    const { action, callId, legId, agent } = command;
    const call = calls.all().find((each) => each.callId === callId);
    const leg = call?.legs.values().find((each) => each.legId === legId && each.agent === agent);
    if (!call || !leg) throw new CommandRefused(GONE, { reason: 'call-over' });
    const carry = COMMANDS[action] as CarryOut | undefined;
    if (!carry) throw new CommandRefused(NOT_CAPABLE, { reason: 'not-capable' });
    await carry({ ...surroundings, command, agent, call, leg, channel: phoneOf(leg) } as Parameters<CarryOut>[0]);
}

/** The telephone itself rather than the Local channel that leads to it. */
function phoneOf(leg: TrackedLeg): string {
    const names = [...leg.channels.values()];
    return names.find((name) => localPairOf(name) === null) ?? names[0] ?? '';
}
