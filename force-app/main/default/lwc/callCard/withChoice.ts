import type { CallView } from 'bridge/contract';

/** The call as it will be once the bridge has taken over whom the agent chose; null chooses none of the candidates. */
export function withChoice(call: CallView, candidateId: string | null): CallView {
    if (!call.caller) return call;
    const { who, others } = call.caller;
    const everybody = who ? [who, ...others] : others;
    const chosen = everybody.find(({ id }) => id === candidateId) ?? null;
    return {
        ...call,
        caller: {
            who: chosen,
            reason: 'chosenByAgent',
            others: everybody.filter((candidate) => candidate !== chosen)
        }
    };
}
