import DataLoader from 'dataloader';
import type { Connection } from 'jsforce';
import { LRUCache } from 'lru-cache';
import type { Candidate } from '../../contract/agentApi.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { MAX_NUMBERS_IN_SEARCH, MAX_ROWS_FOUND, phoneSearch } from './phoneSearch.ts';
import { toSalesforceError } from '../salesforceError.ts';
import { candidatesByNumber, type FoundRecord } from './candidates.ts';

interface CandidateSearchOptions {
    readonly connection: Connection;
    readonly mapping: Mapping['caller'];
    readonly hasPersonAccounts: () => Promise<boolean>;
    readonly now: () => number;
}

interface CandidateSearch {
    /**
     * Who has the number (E.164), in the order of candidatesByNumber(). What is asked for in one tick is one request.
     *
     * @throws SalesforceError, and nothing is remembered then
     */
    find(number: string): Promise<readonly Candidate[]>;
    /** Who was found to have it lately; undefined when nobody asked. */
    recall(number: string): readonly Candidate[] | undefined;
}

const MINUTE_MS = 60_000;
/** A customer who calls back is looked up once; whom an agent just created is found a minute later. */
const FOUND_MS = 10 * MINUTE_MS;
const NOBODY_MS = MINUTE_MS;
const MAX_REMEMBERED = 10_000;

export function createCandidateSearch({
    connection,
    mapping,
    hasPersonAccounts,
    now
}: CandidateSearchOptions): CandidateSearch {
    async function search(numbers: readonly string[]): Promise<FoundRecord[]> {
        const personAccounts = await hasPersonAccounts();
        const { searchRecords } = await connection.search(phoneSearch(numbers, mapping, { personAccounts }));
        if (searchRecords.length < MAX_ROWS_FOUND || numbers.length === 1) return searchRecords;
        const middle = Math.ceil(numbers.length / 2);
        const halves = [numbers.slice(0, middle), numbers.slice(middle)];
        return (await Promise.all(halves.map(search))).flat();
    }

    const loader = new DataLoader<string, readonly Candidate[]>(
        async (numbers) => {
            try {
                const byNumber = candidatesByNumber(await search(numbers), mapping);
                return numbers.map((number) => byNumber.get(number) ?? []);
            } catch (error) {
                throw toSalesforceError(error);
            }
        },
        { cache: false, maxBatchSize: MAX_NUMBERS_IN_SEARCH }
    );

    const remembered = new LRUCache<string, readonly Candidate[]>({
        max: MAX_REMEMBERED,
        ttl: FOUND_MS,
        ttlResolution: 0,
        perf: { now },
        // one that is pushed out while it is being looked up is answered all the same
        ignoreFetchAbort: true,
        async fetchMethod(number, _stale, { options }) {
            const found = await loader.load(number);
            options.ttl = found.length > 0 ? FOUND_MS : NOBODY_MS;
            return found;
        }
    });

    return {
        find: async (number) => (await remembered.fetch(number)) ?? [],
        recall: (number) => remembered.get(number)
    };
}
