import type { CallView, Candidate } from 'bridge/contract';

/**
 * The call as it will be once the bridge has taken over whom the agent chose; null chooses nobody who is known.
 *
 * @param found whom a search found: the agent may have chosen one of them
 */
export function withChoice(call: CallView, candidateId: string | null, found: readonly Candidate[]): CallView {
    if (!call.caller) return call;
    const { who, others } = call.caller;
    const everybody = who ? [who, ...others] : others;
    const chosen = [...everybody, ...found].find(({ id }) => id === candidateId) ?? null;
    if (candidateId && !chosen) return call;
    return {
        ...call,
        caller: {
            who: chosen,
            reason: 'chosenByAgent',
            others: everybody.filter(({ id }) => id !== candidateId)
        }
    };
}
