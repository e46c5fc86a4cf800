import { type Caller, isOver, type Leg } from '../calls/call.ts';
import type { Agent, Candidate } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { type CallById, callNotYours, requireCall } from './requireCall.ts';

interface CorrectCallerOptions {
    readonly callById: CallById;
    /** Anybody on record, by the id of their record; null when there is no such record. */
    readonly candidateById: (id: string) => Promise<Candidate | null>;
    /** Resolves to false when the caller is no longer `from`. */
    readonly store: (callId: string, from: Caller, chosen: Caller) => Promise<boolean>;
}

/** An agent who tries one after the other keeps the last ones to go back to. */
const MAX_OTHERS = 10;

/**
 * The agent says who is calling, one of the call's candidates or anybody on record, or that it is nobody known; the Case
 * follows. Throws RequestRefused: 404 no such call or record, 403 not the agent's call, 409 the lookup is not done, or
 * somebody else chose meanwhile, and what `candidateById` throws.
 */
export function createCallerCorrection({ callById, candidateById, store }: CorrectCallerOptions) {
    return async (agent: Agent, callId: string, candidateId: string | null): Promise<void> => {
        const call = await requireCall(callById, callId);
        const isTheirs = (leg: Leg) => leg.agent === agent.extension && (leg.answeredAt !== null || !isOver(leg));
        if (!call.legs.some(isTheirs)) throw callNotYours();
        if (!call.caller)
            throw new RequestRefused(409, 'O cliente ainda está sendo procurado no Salesforce.', {
                name: 'caller-pending'
            });
        const who = candidateId === null ? null : await find(call.caller, candidateId);
        const chosen = choose(call.caller, who);
        if (chosen === call.caller) return;
        if (!(await store(call.id, call.caller, chosen)))
            throw new RequestRefused(409, 'O cliente desta ligação acaba de mudar. Confira e escolha de novo.', {
                name: 'caller-changed'
            });
    };

    async function find(caller: Caller, candidateId: string): Promise<Candidate> {
        const known = everybodyOf(caller).find(({ id }) => id === candidateId);
        const who = known ?? (await candidateById(candidateId));
        if (who) return who;
        throw new RequestRefused(404, 'Este cadastro não existe mais no Salesforce. Procure de novo.', {
            name: 'candidate-unknown'
        });
    }
}

/** Who was taken for the caller stays among the candidates, in the order in which they were found. */
function choose(caller: Caller, who: Candidate | null): Caller {
    if (caller.reason === 'chosenByAgent' && who?.id === caller.who?.id) return caller;
    const others = everybodyOf(caller).filter(({ id }) => id !== who?.id);
    return { who, reason: 'chosenByAgent', others: others.slice(0, MAX_OTHERS) };
}

const everybodyOf = ({ who, others }: Caller): Candidate[] => (who ? [who, ...others] : [...others]);
