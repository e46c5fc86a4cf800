import DataLoader from 'dataloader';
import type { Connection } from 'jsforce';
import type { Caller } from '../../calls/call.ts';
import { readPhoneNumber } from '../../calls/phoneNumber.ts';
import type { Candidate } from '../../contract/agentApi.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { createCandidateSearch } from './candidateSearch.ts';
import { chooseCaller, isPerson, NOBODY_ANNOUNCED, UNKNOWN_NUMBER } from './chooseCaller.ts';
import { createServiceRecord, type LastServed } from './serviceRecord.ts';
import { MAX_NUMBERS_IN_SEARCH } from './phoneSearch.ts';

export interface CallerLookupOptions {
    readonly connection: Connection;
    readonly mapping: Mapping['caller'];
    /** `Case.Origin` of calls; null: whatever opened a Case, its contact counts as served. */
    readonly origin: string | null;
    /** Whether the org has person accounts: then Account has fields that no other org knows. */
    readonly hasPersonAccounts: () => Promise<boolean>;
    /** What the bridge itself knows of whom it served. */
    readonly lastServed: LastServed;
    readonly now: () => number;
    /** When the numbers that were asked for meanwhile are looked up together. */
    readonly window: (send: () => void) => void;
}

export interface CallerLookup {
    /**
     * @param number as the telephony side announced it; null when withheld
     * @throws SalesforceError, and what `lastServed` throws
     */
    find(number: string | null): Promise<Caller>;
}

/**
 * Who calls from a number. Those of one window cost one search, and one query more when several contacts share a
 * number and the bridge has served none of them; a number that was looked up lately, and that at most one contact has,
 * costs nothing and does not wait.
 */
export function createCallerLookup(options: CallerLookupOptions): CallerLookup {
    const { window } = options;
    const search = createCandidateSearch(options);
    const chooseServedLast = createServiceRecord(options);

    const loader = new DataLoader<string, Caller>(
        async (numbers) => {
            const found = await Promise.all(numbers.map((number) => search.find(number).catch(asError)));
            const shared = found.map((each) => (each instanceof Error ? [] : contactIdsToChooseFrom(each)));
            const chosen = await chooseServedLast(shared);
            return found.map((each, index) => callerOf(each, chosen[index] ?? null));
        },
        { cache: false, maxBatchSize: MAX_NUMBERS_IN_SEARCH, batchScheduleFn: window }
    );

    return {
        async find(number) {
            const read = readPhoneNumber(number);
            if (!read) return number !== null && /\d/.test(number) ? UNKNOWN_NUMBER : NOBODY_ANNOUNCED;
            const known = search.recall(read.e164);
            if (known && contactIdsToChooseFrom(known).length === 0) return chooseCaller(known, null);
            return loader.load(read.e164);
        }
    };
}

/** Empty when there is nothing to choose. */
function contactIdsToChooseFrom(candidates: readonly Candidate[]): string[] {
    const people = candidates.filter(isPerson);
    return people.length > 1 ? people.map(({ id }) => id) : [];
}

function callerOf(found: readonly Candidate[] | Error, servedLast: string | Error | null): Caller | Error {
    if (found instanceof Error) return found;
    return servedLast instanceof Error ? servedLast : chooseCaller(found, servedLast);
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
