import fc from 'fast-check';
import type { Connection } from 'jsforce';
import { parseSosl } from '../../src/search/parseSosl.ts';
import { parseSearchText } from '../../src/search/parseSearchText.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('SOSL', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());

    async function findNames(text: string, group = 'PHONE'): Promise<string[]> {
        const returning = 'RETURNING Contact(Id, Name), Account(Id, Name) LIMIT 20';
        const { searchRecords } = await bridge.search(`FIND {${text}} IN ${group} FIELDS ${returning}`);
        return searchRecords.map(({ Name }) => String(Name));
    }

    it.each([
        ['11987654321', ['Maria da Silva']],
        ['987654321', ['Maria da Silva', 'Marcos Andrade']],
        ['98765\\-4321', ['Maria da Silva', 'Marcos Andrade']],
        ['\\(11\\) 98765\\-4321', ['Maria da Silva']],
        ['5511987654321', []],
        ['5511987654321 OR 11987654321', ['Maria da Silva']],
        ['30264500', ['Transportadora Rota Certa Ltda']],
        ['22953040', ['João Pereira', 'Helena Pereira']],
        ['119876*', ['Maria da Silva']],
        ['1199999999', []]
    ])('finds by phone %s: %j', async (text, expected) => {
        expect(await findNames(text)).toEqual(expected);
    });

    it('looks at names only when asked to, without accents or case', async () => {
        expect(await findNames('conceicao OR joao', 'NAME')).toEqual(['João Pereira']);
        expect(await findNames('joao')).toEqual([]);
        expect(await findNames('"maria da silva"', 'ALL')).toEqual(['Maria da Silva']);
        expect(await findNames('pereira AND NOT helena', 'NAME')).toEqual(['João Pereira']);
    });

    it.each(['+55', '(11', 'a & b', 'a | b', 'x!', '{x}', '[x]', 'x^2', '~x', 'a:b', "d'agua", 'a-b', 'a AND', '"a b'])(
        'refuses %s, whose reserved characters are bare',
        async (text) => {
            expect((await refusalOf(findNames(text))).errorCode).toBe('MALFORMED_SEARCH');
        }
    );

    it.each([
        'nobody OR **',
        '😀*',
        '\\+55 \\{\\} \\& \\| \\! 99',
        '\\(\\)\\[\\]\\^\\~\\:\\\\\\"\\\'',
        '😀😀',
        '\\u0000ab'
    ])('takes %s as text, and finds nobody by it', async (text) => {
        expect(await findNames(text)).toEqual([]);
    });

    it('never fails on a text whose reserved characters are all escaped', () => {
        const escaped = fc
            .string({ unit: 'grapheme', minLength: 2, maxLength: 60 })
            .filter((text) => text.trim().length > 1)
            .map((text) => `"${text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&')}"`);
        fc.assert(fc.property(escaped, (text) => expect(() => parseSearchText(text)).not.toThrow()));
    });

    it('refuses a term of one character', async () => {
        expect(await refusalOf(findNames('1'))).toEqual({
            errorCode: 'MALFORMED_SEARCH',
            message: 'search term must be longer than one character: 1'
        });
    });

    it('obeys WHERE and LIMIT of each object', async () => {
        const { searchRecords } = await bridge.search(
            "FIND {987654321} IN PHONE FIELDS RETURNING Contact(Name WHERE Account.Name LIKE 'Construtora%' LIMIT 5)"
        );
        expect(searchRecords.map(({ Name }) => Name)).toEqual(['Marcos Andrade']);
    });

    it.each([
        ["FIND {maria} WITH DIVISION = 'Global'", 'NOT_EMULATED'],
        ['FIND {maria} IN FAX FIELDS', 'INVALID_SEARCH_SCOPE'],
        ['FIND maria', 'MALFORMED_SEARCH'],
        ['FIND {maria} RETURNING Nope__c(Id)', 'INVALID_TYPE'],
        ['FIND {maria} RETURNING Contact(Nope)', 'INVALID_FIELD'],
        ['FIND {maria} RETURNING Opportunity(Id)', 'NOT_EMULATED'],
        [`FIND {maria} RETURNING Contact(Id WHERE Name = '${'x'.repeat(5000)}' LIMIT x)`, 'MALFORMED_QUERY']
    ])('refuses %s', async (sosl, errorCode) => {
        expect((await refusalOf(bridge.search(sosl))).errorCode).toBe(errorCode);
    });

    it.each([
        ['FIND {Nope} RETURNING Account(Id), Contact(Nope)', 44, "No such column 'Nope'"],
        ['FIND {maria} RETURNING Contact(Id, Name WHERE Name = 1)', 47, 'of type string'],
        ['FIND {maria} RETURNING Nope__c(Id)', 24, "sObject type 'Nope__c'"],
        ["FIND {maria} RETURNING Contact(Id WHERE Name = 'LIMIT' LIMIT x)", 62, "unexpected token: 'x'"]
    ])('points into the search that was written: %s', async (sosl, column, message) => {
        const refusal = await refusalOf(bridge.search(sosl));
        expect(refusal.message).toContain(`ERROR at Row:1:Column:${column}\n`);
        expect(refusal.message).toContain(message);
        expect(refusal.message).not.toContain('SELECT');
    });

    it('finds a record as soon as it is saved, by its new number alone once it is changed', async () => {
        const ana = await org.connect('ana@local.org');
        const { id } = await ana.sobject('Contact').create({ LastName: 'Recém', Phone: '(85) 93333-1111' });
        expect(await findNames('85933331111')).toEqual(['Recém']);
        await ana.sobject('Contact').update({ Id: String(id), Phone: '(85) 93333-2222' });
        expect(await findNames('85933331111')).toEqual([]);
        expect(await findNames('85933332222')).toEqual(['Recém']);
    });

    it('finds nobody by a text over 10,000 characters, and any word of one over 4,000', async () => {
        const path = (text: string) => parseSosl(`FIND {${text}} RETURNING Contact`);
        expect(path('x'.repeat(10_001)).expression).toBeNull();
        expect(path(`maria AND ${'x '.repeat(2500)}`).expression).toMatchObject({ kind: 'or' });
    });
});
