import type { Connection } from 'jsforce';
import { DEFAULT_MAPPING } from '../../../src/mapping/mapping.ts';
import { createCallerLookup } from '../../../src/salesforce/caller/callerLookup.ts';
import { MAX_ROWS_FOUND } from '../../../src/salesforce/caller/phoneSearch.ts';

const [ANA, BIA] = ['+5511987650001', '+5511987650002'];

/** A search that the test answers itself. */
interface AskedSearch {
    readonly sosl: string;
    answer(searchRecords: object[]): void;
    fail(error: Error): void;
}

const contact = (Id: string, Phone: string) => ({ attributes: { type: 'Contact' }, Id, Name: Id, Phone });

function lookupWith(asked: AskedSearch[]) {
    const connection = {
        query: async () => ({ records: [] }),
        search: (sosl: string) =>
            new Promise((resolve, reject) => {
                asked.push({ sosl, answer: (searchRecords) => resolve({ searchRecords }), fail: reject });
            })
    } as unknown as Connection;
    return createCallerLookup({
        connection,
        mapping: DEFAULT_MAPPING.caller,
        origin: 'Phone',
        hasPersonAccounts: async () => false,
        lastServed: async () => new Map(),
        now: Date.now,
        window: (send) => void setImmediate(send)
    });
}

const eventLoopTurns = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
};

test('a search that fails takes no number along that another search finds', async () => {
    const asked: AskedSearch[] = [];
    const lookup = lookupWith(asked);
    const first = lookup.find(ANA);
    await eventLoopTurns();
    const together = Promise.allSettled([first, lookup.find(ANA), lookup.find(BIA)]);
    await eventLoopTurns();
    expect(asked).toHaveLength(2);
    asked[0]?.fail(new Error('fetch failed'));
    asked[1]?.answer([contact('003B', BIA)]);
    expect(await together).toMatchObject([
        { status: 'rejected', reason: { code: 'NO_ANSWER' } },
        { status: 'rejected', reason: { code: 'NO_ANSWER' } },
        { status: 'fulfilled', value: { who: { id: '003B' } } }
    ]);
});

test('a search that is full is made again in halves', async () => {
    const asked: AskedSearch[] = [];
    const lookup = lookupWith(asked);
    const found = Promise.all([lookup.find(ANA), lookup.find(BIA)]);
    await eventLoopTurns();
    const ana = contact('003A', ANA);
    asked[0]?.answer(Array.from({ length: MAX_ROWS_FOUND }, () => ana));
    await eventLoopTurns();
    expect(asked).toHaveLength(3);
    asked[1]?.answer([ana]);
    asked[2]?.answer([contact('003B', BIA)]);
    expect(await found).toMatchObject([{ who: { id: '003A' } }, { who: { id: '003B' } }]);
});

test('a search for one number that is full is taken as it is', async () => {
    const asked: AskedSearch[] = [];
    const found = lookupWith(asked).find(ANA);
    await eventLoopTurns();
    asked[0]?.answer(Array.from({ length: MAX_ROWS_FOUND }, (_, index) => contact(`003${index}`, ANA)));
    expect((await found).others).toHaveLength(10);
});
