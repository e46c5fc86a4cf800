import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

interface Found {
    searchRecords: { attributes: { type: string }; Id?: string; Name?: string }[];
    metadata?: unknown;
}

describe('a parameterized search', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());

    const get = (query: string) => bridge.request<Found>(`/parameterizedSearch?${query}`);
    const post = (body: object) => bridge.requestPost<Found>('/parameterizedSearch', body);
    const namesOf = ({ searchRecords }: Found) => searchRecords.map(({ Name }) => Name);

    it('takes objects, their fields and limits from the query string', async () => {
        const found = await get('q=pereira&in=NAME&sobject=Contact&Contact.fields=Id,Name&Contact.limit=1');
        expect(found).toEqual({
            searchRecords: [
                {
                    attributes: { type: 'Contact', url: expect.stringContaining('/sobjects/Contact/003') },
                    Id: expect.stringMatching(/^003/),
                    Name: 'João Pereira'
                }
            ]
        });
    });

    it('takes them from a body, with conditions for each object', async () => {
        const found = await post({
            q: '987654321',
            in: 'PHONE',
            fields: ['Name'],
            sobjects: [
                { name: 'Contact', fields: ['Id', 'Name'], where: "Name LIKE 'Mar%'", orderBy: 'Name DESC', limit: 5 },
                { name: 'Account' }
            ],
            overallLimit: 10,
            spellCorrection: false
        });
        expect(namesOf(found)).toEqual(['Maria da Silva', 'Marcos Andrade']);
    });

    it('gives ids alone unless fields are named, of at most as many records as asked for', async () => {
        const { searchRecords } = await post({
            q: 'pereira',
            sobjects: [{ name: 'Contact' }],
            defaultLimit: 2,
            overallLimit: 1
        });
        expect(searchRecords).toEqual([{ attributes: expect.anything(), Id: expect.stringMatching(/^003/) }]);
    });

    it('looks at every searchable object when none is named', async () => {
        const { searchRecords } = await get('q=padaria');
        expect(searchRecords.map(({ attributes }) => attributes.type)).toContain('Account');
    });

    it('takes characters as text that a SOSL statement reserves', async () => {
        for (const q of ['(11) 98765-4321', '"\\(11\\) 98765-4321"', '+11987654321']) {
            expect(namesOf(await post({ q, sobjects: [{ name: 'Contact', fields: ['Name'] }] }))).toEqual([
                'Maria da Silva'
            ]);
        }
    });

    it('tells the labels of fields when asked to', async () => {
        const { metadata } = await get('q=padaria&sobject=Account&fields=Id,Name&metadata=LABELS');
        const fieldMetadata = expect.arrayContaining([{ name: 'Name', label: expect.any(String) }]);
        expect(metadata).toEqual({ entityetadata: [{ entityName: 'Account', fieldMetadata }] });
    });

    it.each<[object, string]>([
        [{}, 'MALFORMED_SEARCH'],
        [{ q: 'a' }, 'MALFORMED_SEARCH'],
        [{ q: 'maria', fields: ['Id'] }, 'MALFORMED_SEARCH'],
        [{ q: 'maria', in: 'FAX' }, 'INVALID_SEARCH_SCOPE'],
        [{ q: 'maria', overallLimit: 2001 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
        [{ q: 'maria', overallLimit: 'many' }, 'JSON_PARSER_ERROR'],
        [{ q: 5 }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', sobjects: 'Contact' }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', sobjects: ['Contact'] }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', shape: 'round' }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', sobjects: [{ name: 'Nope__c' }] }, 'INVALID_TYPE'],
        [{ q: 'maria', sobjects: [{ fields: ['Id'] }] }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', sobjects: [{ name: '' }] }, 'JSON_PARSER_ERROR'],
        [{ q: 'maria', sobjects: [{ name: 'Contact', fields: ['Nope'] }] }, 'INVALID_FIELD'],
        [{ q: 'maria', snippet: '3' }, 'NOT_EMULATED']
    ])('%j is refused as %s', async (body, errorCode) => {
        const refusal = await refusalOf(post(body));
        expect(refusal.errorCode).toBe(errorCode);
        expect(refusal.message).not.toMatch(/SELECT|\^/);
    });
});
