import type { Caller } from '../../calls/call.ts';
import type { Candidate } from '../../contract/agentApi.ts';

/** How many others an agent is offered: more would not be read while a customer waits. */
const MAX_OTHERS = 10;

/** No number that could be looked up was announced. */
export const NOBODY_ANNOUNCED: Caller = { who: null, reason: 'withheldNumber', others: [] };
/** Such as an extension, or a number without its DDD: too little to look for. */
export const UNKNOWN_NUMBER: Caller = { who: null, reason: 'unknownNumber', others: [] };

/** Somebody whom a Case can name as its contact. */
export const isPerson = ({ kind }: Candidate): boolean => kind === 'contact' || kind === 'personAccount';

/**
 * A person before a company, a company before a lead; among persons the one who was served last, otherwise the first.
 *
 * @param candidates all who have the number, in the order of candidatesByNumber()
 * @param servedLast the contact among them who was served last; null when none was, or it makes no difference
 */
export function chooseCaller(candidates: readonly Candidate[], servedLast: string | null): Caller {
    const people = candidates.filter(isPerson);
    const served = people.find(({ id }) => id === servedLast);
    const who = served ?? candidates[0] ?? null;
    const others = candidates.filter((each) => each !== who && !isAccountOf(each, who)).slice(0, MAX_OTHERS);
    return { who, reason: reasonFor(who, people.length, served !== undefined), others };
}

/** The company of the person chosen is on the Case anyway. */
const isAccountOf = (candidate: Candidate, who: Candidate | null): boolean =>
    candidate.kind === 'account' && candidate.id === who?.accountId;

function reasonFor(who: Candidate | null, people: number, wasServed: boolean): Caller['reason'] {
    switch (who?.kind) {
        case undefined:
            return 'unknownNumber';
        case 'account':
            return 'accountNumber';
        case 'lead':
            return 'lead';
        case 'contact':
        case 'personAccount':
            if (people === 1) return 'onlyContact';
            return wasServed ? 'servedLast' : 'firstFound';
    }
}
