import { type Call, type Caller, isOver, type Leg } from '../calls/call.ts';
import type { Agent, Candidate } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

interface CorrectCallerOptions {
    readonly callById: (id: string) => Promise<Call | null>;
    /** Resolves to false when the caller is no longer `from`. */
    readonly store: (callId: string, from: Caller, chosen: Caller) => Promise<boolean>;
}

/**
 * The agent says which of the candidates is calling, or that none of them is; the Case follows. Throws RequestRefused:
 * 404 no such call or candidate, 403 not the agent's call, 409 the lookup is not done, or somebody else chose meanwhile.
 */
export function createCallerCorrection({ callById, store }: CorrectCallerOptions) {
    return async (agent: Agent, callId: string, candidateId: string | null): Promise<void> => {
        const call = await callById(callId);
        if (!call)
            throw new RequestRefused(404, 'Esta ligação não existe; atualize a página.', { name: 'call-unknown' });
        const isTheirs = (leg: Leg) => leg.agent === agent.extension && (leg.answeredAt !== null || !isOver(leg));
        if (!call.legs.some(isTheirs))
            throw new RequestRefused(403, 'Esta ligação é de outro agente.', { name: 'call-not-yours' });
        if (!call.caller)
            throw new RequestRefused(409, 'O cliente ainda está sendo procurado no Salesforce.', {
                name: 'caller-pending'
            });
        const chosen = choose(call.caller, candidateId);
        if (chosen === call.caller) return;
        if (!(await store(call.id, call.caller, chosen)))
            throw new RequestRefused(409, 'O cliente desta ligação acaba de mudar. Confira e escolha de novo.', {
                name: 'caller-changed'
            });
    };
}

/** Who was taken for the caller stays among the candidates, in the order in which they were found. */
function choose(caller: Caller, candidateId: string | null): Caller {
    const everybody: Candidate[] = caller.who ? [caller.who, ...caller.others] : [...caller.others];
    const who = everybody.find(({ id }) => id === candidateId) ?? null;
    if (candidateId !== null && !who)
        throw new RequestRefused(404, 'Esta pessoa não está entre as que têm este número.', {
            name: 'candidate-unknown'
        });
    if (caller.reason === 'chosenByAgent' && who?.id === caller.who?.id) return caller;
    return { who, reason: 'chosenByAgent', others: everybody.filter((each) => each !== who) };
}
