import fc from 'fast-check';
import { cnpj, cpf } from 'cpf-cnpj-validator';
import { readTaxId } from '../../../src/salesforce/caller/taxId.ts';

test.each([
    // CPF
    '295.379.955-93',
    '29537995593',
    ' 295 379 955 93 ',
    // begins with zeros, which a number would lose
    '00000001406',
    // CNPJ, numeric and alphanumeric; the examples of the Receita Federal
    '11.222.333/0001-81',
    '11222333000181',
    '12.ABC.345/01DE-35',
    '12abc34501de35'
])('%s is given as it is', (value) => {
    expect(readTaxId(value)).toBe(value);
});

test.each([
    null,
    undefined,
    29537995593,
    '',
    'isento',
    '295.379.955-94',
    '2953799559',
    // all digits alike: the check digits fit, and nobody has it
    '111.111.111-11',
    '00.000.000/0000-00',
    '11.222.333/0001-82',
    '12.ABC.345/01DE-36',
    // check digits are digits
    '12.ABC.345/01DE-3A',
    // letters are not punctuation
    'CPF 295.379.955-93',
    '295379955A93',
    // hidden by Shield or by an encrypted field
    '***.***.***-93'
])('%p is none', (value) => {
    expect(readTaxId(value)).toBeNull();
});

test('any valid number is taken, with punctuation or without', () => {
    const valid = fc
        .record({ of: fc.constantFrom(cpf, cnpj), formatted: fc.boolean() })
        .map(({ of, formatted }) => of.generate(formatted));
    fc.assert(fc.property(valid, (value) => readTaxId(value) === value));
});

test('no number is taken with another second check digit', () => {
    const wrong = fc
        .record({ of: fc.constantFrom(cpf, cnpj), shift: fc.integer({ min: 1, max: 9 }) })
        .map(({ of, shift }) => of.generate().replace(/\d$/, (digit) => String((Number(digit) + shift) % 10)));
    fc.assert(fc.property(wrong, (value) => readTaxId(value) === null));
});
