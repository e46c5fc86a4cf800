import fc from 'fast-check';
import { DEFAULT_MAPPING } from '../../../src/mapping/mapping.ts';
import { contactSearchText, escapeReserved } from '../../../src/salesforce/contacts/contactSearchText.ts';
import { readSearchText } from '../../../src/salesforce/contacts/searchText.ts';

/** What a text with nothing to look for counts as, where every search is looked at. */
const NOTHING = 'FIND {x} IN NAME FIELDS RETURNING ';

const searchFor = (text: string): string | null =>
    contactSearchText(readSearchText(text), DEFAULT_MAPPING.caller, { personAccounts: false });

const find = (text: string): string | null => /^FIND (.*) RETURNING /.exec(searchFor(text) ?? '')?.[1] ?? null;

test.each([
    ['Maria', '{Maria*} IN NAME FIELDS'],
    ['maria  da Silva', '{maria* AND da* AND Silva*} IN NAME FIELDS'],
    ['Silva, Maria', '{Silva* AND Maria*} IN NAME FIELDS'],
    ["D'Ávila", "{D\\'Ávila*} IN NAME FIELDS"],
    ['João P Souza', '{João* AND Souza*} IN NAME FIELDS'],
    ['Souza AND Lima', '{Souza* AND Lima*} IN NAME FIELDS'],
    ['} RETURNING User(Id) {', '{RETURNING* AND User\\(Id\\)*} IN NAME FIELDS'],
    ['Padaria 24 Horas', '{Padaria* AND 24* AND Horas*} IN NAME FIELDS'],
    ['98765-4321', '{987654321 OR 98765\\-4321 OR 87654321 OR 8765\\-4321} IN PHONE FIELDS'],
    ['295.379.955-93', '{29537995593 OR 295\\-379\\-955\\-93} IN ALL FIELDS']
])('%s is looked for as %s', (text, expected) => {
    expect(find(text)).toBe(expected);
});

test.each(['(11) 98765-4321', '5511987654321', '+55 11 98765-4321', '0 15 11 98765-4321', '11 8765-4321'])(
    'the number %s is one number, whatever its spelling',
    (text) => {
        expect(readSearchText(text)).toEqual({ taxId: null, numbers: ['+5511987654321'], subscriber: null, words: [] });
    }
);

test.each(['', ' ', '*', '?&|!{}[]()^~*:\\"\'+-', 'or', 'x', '"', "a'", '\ud800\ud800', '...'])(
    'there is nothing to look for in %j',
    (text) => {
        expect(searchFor(text)).toBeNull();
    }
);

test('leads are looked for where the mapping has them', () => {
    const mapping = { ...DEFAULT_MAPPING.caller, leads: true };
    const sosl = contactSearchText(readSearchText('Renata'), mapping, { personAccounts: false });
    expect(sosl).toMatch(/, Lead\(Id, Name, .* WHERE IsConverted = false LIMIT 200\)$/);
    expect(searchFor('Renata')).not.toContain('Lead');
});

test('whatever is typed, all that SOSL reserves is escaped and the search stays in its braces', () => {
    fc.assert(
        fc.property(fc.string({ maxLength: 100, unit: 'binary' }), (text) => {
            const escaped = escapeReserved(text);
            const bare = escaped.replace(/\\[?&|!{}[\]()^~*:\\"'+-]/g, '');
            expect(bare).not.toMatch(/[?&|!{}[\]()^~*:\\"'+-]/);
            expect(searchFor(text) ?? NOTHING).toMatch(
                /^FIND \{(?:\\.|[^\\{}])+\} IN (?:NAME|PHONE|ALL) FIELDS RETURNING /u
            );
        })
    );
});
