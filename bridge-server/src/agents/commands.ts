import { type Call, sourceOf } from '../calls/call.ts';
import type { Agent, AgentAction } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { callView, lastLegOf } from './callView.ts';

interface CommandOptions {
    readonly callById: (id: string) => Promise<Call | null>;
    readonly capabilitiesOf: (source: string) => readonly AgentAction[];
    readonly send: (
        source: string,
        command: { action: AgentAction; callId: string; legId: string; agent: string }
    ) => Promise<void>;
}

/**
 * What an agent asks for from the softphone. Throws RequestRefused: 404 no such call, 403 not the agent's call,
 * 409 not possible in the call's state.
 */
export function createAgentCommands({ callById, capabilitiesOf, send }: CommandOptions) {
    return async (agent: Agent, callId: string, action: AgentAction): Promise<void> => {
        const call = await callById(callId);
        if (!call)
            throw new RequestRefused(404, 'Esta ligação não existe; atualize a página.', { name: 'call-unknown' });
        const leg = lastLegOf(call, agent.extension);
        if (!leg) throw new RequestRefused(403, 'Esta ligação é de outro agente.', { name: 'call-not-yours' });
        const source = sourceOf(call.id);
        const { actions } = callView(call, leg, capabilitiesOf(source));
        if (!actions.includes(action)) throw REFUSALS[action]();
        await send(source, { action, callId, legId: leg.id, agent: agent.extension });
    };
}

const REFUSALS: Readonly<Record<AgentAction, () => RequestRefused>> = {
    answer: () => new RequestRefused(409, 'Esta ligação não está mais tocando para você.', { name: 'not-ringing' }),
    hangup: () => new RequestRefused(409, 'Esta ligação já terminou.', { name: 'call-over' })
};
