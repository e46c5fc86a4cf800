import { type Call, type Leg, sourceOf } from '../calls/call.ts';
import type { Agent } from '../contract/agentApi.ts';
import type { AgentAction, AgentCommand } from '../contract/callActions.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { applies } from './applies.ts';
import { lastLegOf } from './callView.ts';
import { type CallById, callNotYours, requireCall } from './requireCall.ts';

type SentCommand = AgentCommand & { readonly callId: string; readonly legId: string; readonly agent: string };

interface CommandOptions {
    readonly callById: CallById;
    readonly liveCallsOf: (extension: string) => Promise<Call[]>;
    readonly capabilitiesOf: (source: string, agent: string) => readonly AgentAction[];
    readonly send: (source: string, command: SentCommand) => Promise<void>;
}

/** What makes the agent speak with this call, and so with no other. */
const TAKES_THE_EAR: readonly AgentAction[] = ['answer', 'resume'];

/**
 * What an agent asks for from the softphone. Throws RequestRefused: 404 no such call, 403 not the agent's call,
 * 409 not possible in the call's state, or refused by the telephony side.
 */
export function createAgentCommands({ callById, liveCallsOf, capabilitiesOf, send }: CommandOptions) {
    const canDo = (action: AgentAction, call: Call, { extension }: Agent): boolean =>
        capabilitiesOf(sourceOf(call.id), extension).includes(action);

    /** An agent speaks with one customer at a time: the others wait, where their telephony side can let them. */
    async function holdOthers(agent: Agent, callId: string): Promise<void> {
        const { extension } = agent;
        for (const call of await liveCallsOf(extension)) {
            const leg = spokenLegOf(call, extension);
            if (call.id === callId || !leg || !canDo('hold', call, agent)) continue;
            await send(sourceOf(call.id), {
                action: 'hold',
                callId: call.id,
                legId: leg.id,
                agent: extension
            }).catch(async (error: unknown) => {
                // a call that ends in this moment keeps nobody from the next one
                const now = await callById(call.id);
                if (now && spokenLegOf(now, extension)) throw error;
            });
        }
    }

    return async (agent: Agent, callId: string, command: AgentCommand): Promise<void> => {
        const call = await requireCall(callById, callId);
        const leg = lastLegOf(call, agent.extension);
        if (!leg) throw callNotYours();
        const { action } = command;
        if (!canDo(action, call, agent))
            throw new RequestRefused(409, 'A telefonia desta ligação não faz isso.', { name: 'not-capable' });
        if (!applies(action, call, leg)) throw refusal(action, leg.state === 'ended');
        if (TAKES_THE_EAR.includes(action)) await holdOthers(agent, callId);
        await send(sourceOf(call.id), { ...command, callId, legId: leg.id, agent: agent.extension });
    };
}

/** The agent's part in a call whose customer hears them now. */
function spokenLegOf(call: Call, extension: string): Leg | null {
    const leg = lastLegOf(call, extension);
    return leg && applies('hold', call, leg) ? leg : null;
}

function refusal(action: AgentAction, isOver: boolean): RequestRefused {
    if (action === 'answer' || action === 'reject')
        return new RequestRefused(409, 'Esta ligação não está mais tocando para você.', { name: 'not-ringing' });
    if (isOver) return new RequestRefused(409, 'Esta ligação já terminou.', { name: 'call-over' });
    return new RequestRefused(409, 'Isso não é possível agora nesta ligação.', { name: 'not-possible-now' });
}
