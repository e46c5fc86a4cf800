import type { Found } from '../../../src/salesforce/caller/candidates.ts';
import { rankContacts } from '../../../src/salesforce/contacts/rankContacts.ts';
import { readSearchText } from '../../../src/salesforce/contacts/searchText.ts';
import { candidate } from '../../calls/story.ts';

const found = (name: string, details: Parameters<typeof candidate>[1] = {}, phones: string[] = []): Found => ({
    candidate: candidate(`id of ${name}`, { name, ...details }),
    phones
});

const namesFor = (text: string, people: Found[], limit = 25): string[] =>
    rankContacts(people, readSearchText(text), limit).map(({ name }) => name);

test('the whole name comes before whole words, these before beginnings, and the rest last', () => {
    const people = ['Silvana Costa', 'Zé', 'Ana Sílva Melo', 'SILVA', 'Bia Silveira'].map((name) => found(name));
    expect(namesFor('silva', people)).toEqual(['SILVA', 'Ana Sílva Melo', 'Silvana Costa', 'Bia Silveira', 'Zé']);
});

test('people come before companies, companies before leads, and each of them by the alphabet', () => {
    const people = [
        found('Lima Lead', { kind: 'lead' }),
        found('Lima Ltda', { kind: 'account' }),
        found('Lima Úrsula'),
        found('Lima Ângela', { kind: 'personAccount' }),
        found('Lima Bia')
    ];
    expect(namesFor('lima', people)).toEqual(['Lima Ângela', 'Lima Bia', 'Lima Úrsula', 'Lima Ltda', 'Lima Lead']);
});

test('no more than asked for, and nobody twice', () => {
    const people = Array.from({ length: 40 }, (_, index) => found(`Lima ${index % 30}`));
    expect(namesFor('lima', people)).toHaveLength(25);
    expect(new Set(namesFor('lima', people, 99)).size).toBe(30);
    expect(namesFor('lima', people, 99)).toHaveLength(30);
});

test('who was found by a similar number is left out, and the number that was looked for is shown', () => {
    const people = [
        found('Maria', {}, ['(11) 2295-3040', '+55 11 98765-4321']),
        found('Marcos', {}, ['(21) 98765-4321']),
        found('Severino', {}, ['98765 4321'])
    ];
    const ranked = rankContacts(people, readSearchText('011987654321'), 25);
    expect(ranked.map(({ name, phone }) => [name, phone])).toEqual([['Maria', '+55 11 98765-4321']]);
    expect(namesFor('98765-4321', people)).toEqual(['Marcos', 'Maria', 'Severino']);
});

test('a CPF is compared without its punctuation', () => {
    const people = [found('Dora', { taxId: '295.379.955-93' }), found('Eva', { taxId: '972.281.866-05' })];
    expect(namesFor('29537995593', people)).toEqual(['Dora']);
    expect(namesFor('972 281 866 05', people)).toEqual(['Eva']);
});
