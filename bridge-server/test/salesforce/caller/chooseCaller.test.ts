import fc from 'fast-check';
import type { Candidate } from '../../../src/contract/agentApi.ts';
import { chooseCaller } from '../../../src/salesforce/caller/chooseCaller.ts';

const candidate = (kind: Candidate['kind'], id: string, accountId: string | null = null): Candidate => ({
    kind,
    id,
    name: id,
    phone: '(11) 2295-3040',
    accountId,
    accountName: accountId,
    taxId: null
});

const joao = candidate('contact', 'joao', 'padaria');
const helena = candidate('contact', 'helena');
const dora = candidate('personAccount', 'dora', 'doraAccount');
const padaria = candidate('account', 'padaria', 'padaria');
const clinica = candidate('account', 'clinica', 'clinica');
const lead = candidate('lead', 'lead');

test.each<[string, Candidate[], string | null, Candidate | null, string, Candidate[]]>([
    ['nobody', [], null, null, 'unknownNumber', []],
    ['one contact', [joao], null, joao, 'onlyContact', []],
    ['one person account', [dora], null, dora, 'onlyContact', []],
    ['several, of whom one was served', [joao, helena, dora], 'dora', dora, 'servedLast', [joao, helena]],
    ['several, of whom none was served', [joao, helena], null, joao, 'firstFound', [helena]],
    ['several, and somebody else was served', [joao, helena], 'elsewhere', joao, 'firstFound', [helena]],
    ['a contact and the company that is theirs', [joao, padaria], null, joao, 'onlyContact', []],
    ['a contact and another company', [joao, padaria, clinica], null, joao, 'onlyContact', [clinica]],
    [
        'a contact, whose company another one has',
        [helena, joao, padaria],
        'helena',
        helena,
        'servedLast',
        [joao, padaria]
    ],
    ['companies', [padaria, clinica], null, padaria, 'accountNumber', [clinica]],
    ['a lead', [lead], null, lead, 'lead', []],
    ['a company and a lead', [padaria, lead], null, padaria, 'accountNumber', [lead]]
])('%s', (_, candidates, servedLast, who, reason, others) => {
    expect(chooseCaller(candidates, servedLast)).toEqual({ who, reason, others });
});

test('ten others at most, and never the one chosen', () => {
    const kinds = fc.constantFrom<Candidate['kind'][]>('contact', 'personAccount', 'account', 'lead');
    const arbitrary = fc.record({ kinds: fc.array(kinds, { maxLength: 30, size: 'max' }), served: fc.nat(30) });
    fc.assert(
        fc.property(arbitrary, ({ kinds: each, served }) => {
            const candidates = each.map((kind, index) => candidate(kind, `id${index}`, `account${index % 5}`));
            const { who, others } = chooseCaller(candidates, `id${served}`);
            const strangers = others.filter((other) => !candidates.includes(other) || other === who);
            return others.length <= 10 && strangers.length === 0 && new Set(others).size === others.length;
        })
    );
});
