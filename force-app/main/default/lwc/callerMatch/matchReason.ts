import type { CallerView, Candidate } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** Why the caller is taken for who they are taken for, in a few words. */
export function matchReason({ who, reason, others }: CallerView): string {
    switch (reason) {
        case 'onlyContact':
            return labels.matchOnlyContact;
        case 'servedLast':
            return fillPlaceholders(labels.matchServedLast, countPeople(who, others));
        case 'firstFound':
            return fillPlaceholders(labels.matchFirstFound, countPeople(who, others));
        case 'accountNumber':
            return labels.matchAccountNumber;
        case 'lead':
            return labels.matchLead;
        case 'chosenByAgent':
            return who ? labels.matchChosenByAgent : labels.matchNoneOfThem;
        case 'unknownNumber':
            return labels.matchUnknownNumber;
        case 'withheldNumber':
            return labels.matchWithheldNumber;
    }
}

const PEOPLE: readonly Candidate['kind'][] = ['contact', 'personAccount'];

/** Among whom the bridge chose; companies and leads were no choice. */
const countPeople = (who: Candidate | null, others: readonly Candidate[]): string =>
    String([who, ...others].filter((candidate) => candidate && PEOPLE.includes(candidate.kind)).length);
