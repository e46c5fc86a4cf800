import fc from 'fast-check';
import { compileSearch } from '../../src/search/compileSearch.ts';
import { findCandidateIds } from '../../src/search/findCandidateIds.ts';
import { parseSearchText } from '../../src/search/parseSearchText.ts';
import { searchedValues, searchIndexOf } from '../../src/search/searchIndex.ts';
import { isSearched } from '../../src/search/searchedFields.ts';
import { apply, removeContacts, transactions } from '../query/randomWrites.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('the search index', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg();
    });
    afterAll(() => org.close());

    const contact = () => {
        const object = org.org.schema.find('Contact');
        if (!object) throw new Error('The org has no contacts.');
        return object;
    };

    function scan(text: string): string[] {
        const matches = compileSearch(parseSearchText(text));
        const fields = [...contact().fields.values()].filter(isSearched);
        return [...org.org.records.all('Contact')]
            .filter((record) => !record.IsDeleted && matches(searchedValues(org.org, fields, record)))
            .map(({ Id }) => Id);
    }

    const term = fc.oneof(
        fc.constantFrom('11987654321', '987654321', '87654321', '8765', '190', '119876*', '\\(11\\) 98765\\-4321'),
        fc.constantFrom('silva', 'Sil*', '*ilva', 'S?lva', '"da silva"', '"da sil*"', 'conceicao', "d\\'Oeste", 'da*')
    );
    const text = fc.oneof(
        term,
        fc.tuple(term, fc.constantFrom(' ', ' OR ', ' AND NOT '), term).map((parts) => parts.join('')),
        fc.tuple(term, term, term).map(([one, two, three]) => `${one} AND (${two} OR ${three})`)
    );

    it('leads to all that a look at every record finds, after any writes and rollbacks', () => {
        fc.assert(
            fc.property(transactions, fc.array(text, { minLength: 1, maxLength: 5 }), (list, texts) => {
                removeContacts(org.org);
                for (const transaction of list) {
                    apply(org.org, transaction);
                    for (const searched of texts) {
                        const candidates = findCandidateIds(
                            searchIndexOf(org.org, contact()),
                            parseSearchText(searched)
                        );
                        const missed = scan(searched).filter((id) => candidates && !candidates.has(id));
                        expect(missed).toEqual([]);
                    }
                }
            }),
            { numRuns: 60 }
        );
    });

    it('forgets a record that is taken away', () => {
        removeContacts(org.org);
        const index = searchIndexOf(org.org, contact());
        expect([...index.withWordFrom('')]).toEqual([]);
        expect(findCandidateIds(index, parseSearchText('987654321'))).toEqual(new Set());
    });

    it('narrows a search for a phone to those that end alike', () => {
        removeContacts(org.org);
        org.org.records.transaction(() => {
            const phones = ['(11) 98765-4321', '(21) 98765-4321', '(11) 98765-4322', '190'];
            for (const [index, Phone] of phones.entries()) {
                org.org.records.put('Contact', { Id: `00300000000000${index}AAA`, LastName: 'X', Phone });
            }
        });
        const found = findCandidateIds(searchIndexOf(org.org, contact()), parseSearchText('11987654321'));
        expect(found?.size).toBe(2);
    });
});
