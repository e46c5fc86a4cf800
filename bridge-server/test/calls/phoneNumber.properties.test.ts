import fc, { type Arbitrary } from 'fast-check';
import { readPhoneNumber, readPhoneNumbers } from '../../src/calls/phoneNumber.ts';

/** A number, and the ways to dial or type it. */
interface Known {
    readonly e164: string;
    /** Digits, `+` included; without punctuation. */
    readonly dialled: readonly string[];
}

const area = fc.constantFrom(
    '11',
    '19',
    '21',
    '24',
    '31',
    '38',
    '41',
    '47',
    '51',
    '55',
    '61',
    '69',
    '71',
    '79',
    '85',
    '99'
);
const carrier = fc.constantFrom('12', '14', '15', '21', '23', '25', '31', '41', '43', '55', '65', '99');
/** 55 is Brazil, 43 Austria, whose numbers may have any length; the others begin no number as long as a Brazilian one. */
const CARRIERS_NO_COUNTRY_HAS = ['12', '14', '15', '21', '23', '25', '99'];
const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** Every way to reach a number of an area from anywhere in the country or from abroad. */
const inFront = (national: string, csp: string): string[] => [
    national,
    `0${national}`,
    `0${csp}${national}`,
    `90${csp}${national}`,
    `9090${national}`,
    `55${national}`,
    `+55${national}`,
    `+550${national}`,
    `0055${national}`,
    ...(CARRIERS_NO_COUNTRY_HAS.includes(csp) ? [`00${csp}55${national}`] : [])
];

const landline: Arbitrary<Known> = fc
    .tuple(area, fc.constantFrom('2', '3', '4', '5'), digits(7), carrier)
    .filter(([, first, rest]) => !/^[34]00/.test(first + rest))
    .map(([ddd, first, rest, csp]) => ({
        e164: `+55${ddd}${first}${rest}`,
        dialled: inFront(`${ddd}${first}${rest}`, csp)
    }));

const mobile: Arbitrary<Known> = fc.tuple(area, digits(8), carrier).map(([ddd, rest, csp]) => ({
    e164: `+55${ddd}9${rest}`,
    dialled: [...inFront(`${ddd}9${rest}`, csp), ...(/^[6-9]/.test(rest) ? inFront(`${ddd}${rest}`, csp) : [])]
}));

const wholeCountry = (national: string): string[] => [
    national,
    `0${national}`,
    `55${national}`,
    `+55${national}`,
    `0055${national}`
];

const nonGeographic: Arbitrary<Known> = fc
    .oneof(
        fc.tuple(fc.constantFrom('800', '300', '303', '304', '500', '900'), digits(7)),
        fc.tuple(fc.constant('800'), digits(6))
    )
    .map(([prefix, rest]) => ({
        e164: `+55${prefix}${rest}`,
        dialled: [...wholeCountry(prefix + rest), `+550${prefix}${rest}`]
    }));

const nationwide: Arbitrary<Known> = fc
    .tuple(fc.constantFrom('4003', '4004', '3003', '3004'), digits(4), area, carrier)
    .map(([prefix, rest, ddd, csp]) => ({
        e164: `+55${prefix}${rest}`,
        dialled: [...wholeCountry(prefix + rest), ...inFront(`${ddd}${prefix}${rest}`, csp)]
    }));

const abroad: Arbitrary<Known> = fc
    .oneof(
        fc.tuple(fc.constantFrom('1212', '1305'), fc.constantFrom('2', '5', '9'), digits(6)),
        fc.tuple(fc.constant('35121'), fc.constantFrom('2', '3'), digits(6)),
        fc.tuple(fc.constant('5411'), fc.constantFrom('4', '5'), digits(7))
    )
    .map(([prefix, first, rest]) => `${prefix}${first}${rest}`)
    .map((number) => ({
        e164: `+${number}`,
        dialled: [`+${number}`, `00${number}`, `0021${number}`, `0015${number}`]
    }));

const known = fc.oneof(
    { weight: 3, arbitrary: landline },
    { weight: 4, arbitrary: mobile },
    nonGeographic,
    nationwide,
    abroad
);

/** `55112295 - 3040` is a local number with an extension as well, and names nobody. */
const couldBeLocal = (dialled: string): boolean => /^55\d{10}$/.test(dialled);

const dash = fc.constantFrom('-', ' - ', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '.', ' ', '\u00a0', '');
const gap = fc.constantFrom('', '', ' ', '.', '\u00a0', '\u2009', '\u200b');

/** The digits with what people put between them. */
const punctuated = (dialled: string): Arbitrary<string> =>
    fc.oneof(
        fc.constant(dialled),
        dash
            .filter((sign) => sign !== ' - ' || !couldBeLocal(dialled))
            .map((sign) => `${dialled.slice(0, -4)}${sign}${dialled.slice(-4)}`),
        fc
            .array(gap, { minLength: dialled.length, maxLength: dialled.length })
            .map((gaps) =>
                [...dialled].map((each, index) => each + (index < dialled.length - 5 ? gaps[index] : '')).join('')
            ),
        fc.constantFrom('-', ' ', '.').map((sign) => {
            const lead = dialled.slice(0, -9);
            return lead === '' || /\+$/.test(lead)
                ? dialled
                : `(${lead})${dialled.slice(-9, -4)}${sign}${dialled.slice(-4)}`;
        })
    );

const extension = fc.integer({ min: 1, max: 99_999 });
const behind = fc.oneof(
    fc.constantFrom('', '', ' ', ' (casa)', ' falar com Ana', ' whatsapp'),
    fc
        .tuple(
            fc.constantFrom(
                ' ramal ',
                ' Ramal: ',
                ' r. ',
                ' R:',
                ' ext ',
                ' ext. ',
                ' x',
                'x',
                ',',
                ',,',
                ' #',
                ';ext='
            ),
            extension
        )
        .map(([mark, number]) => `${mark}${number}`)
);

const wrapped = (typed: string): Arbitrary<string> =>
    fc.oneof(
        { weight: 4, arbitrary: behind.map((text) => typed + text) },
        fc.constantFrom(
            `tel:${typed}`,
            `Tel.: ${typed}`,
            ` ${typed}\n`,
            `"Maria" <${typed}>`,
            `sip:${typed.replace(/\s/g, '')}@10.0.11.98:5060;transport=udp`,
            `"Loja 24" <sip:${typed.replace(/\s/g, '')}@pbx.example;user=phone>;tag=5511987650000`
        )
    );

const spelled: Arbitrary<{ e164: string; spelling: string }> = known.chain(({ e164, dialled }) =>
    fc
        .constantFrom(...dialled)
        .chain(punctuated)
        .chain(wrapped)
        .map((spelling) => ({ e164, spelling }))
);

test('any spelling of a number is that number', () => {
    fc.assert(
        fc.property(spelled, ({ e164, spelling }) => {
            expect(readPhoneNumber(spelling)?.e164).toBe(e164);
        }),
        { numRuns: 2000 }
    );
});

test('two different numbers are never one, not even when a single digit tells them apart', () => {
    fc.assert(
        fc.property(known, fc.nat(14), fc.constantFrom(...'0123456789'), ({ e164 }, place, digit) => {
            const index = 1 + (place % (e164.length - 1));
            const changed = e164.slice(0, index) + digit + e164.slice(index + 1);
            // a zero after the country is the one of long distance
            fc.pre(changed !== e164 && !changed.startsWith('+550'));
            expect(readPhoneNumber(changed)?.e164).not.toBe(e164);
        }),
        { numRuns: 2000 }
    );
    fc.assert(
        fc.property(spelled, spelled, (a, b) => {
            fc.pre(a.e164 !== b.e164);
            expect(readPhoneNumber(a.spelling)?.e164).not.toBe(readPhoneNumber(b.spelling)?.e164);
        }),
        { numRuns: 1000 }
    );
});

/** Near enough to a telephone number to be read as one now and then. */
const nearly = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789+()-./ ,;xre'), maxLength: 60 }),
    fc.tuple(fc.constantFrom('+', '00', '55', '0', '90', ''), digits(11)).map(([lead, rest]) => lead + rest),
    fc.tuple(spelled, spelled).map(([a, b]) => `${a.spelling}${b.spelling}`)
);

test('reading what was read changes nothing, neither in E.164 nor as shown', () => {
    fc.assert(
        fc.property(
            fc.oneof(
                nearly,
                spelled.map(({ spelling }) => spelling)
            ),
            (spelling) => {
                for (const number of readPhoneNumbers(spelling)) {
                    expect(readPhoneNumber(number.e164)).toEqual(number);
                    expect(readPhoneNumber(number.display)).toEqual(number);
                }
            }
        ),
        { numRuns: 2000 }
    );
});

test('never fails, whatever it is given and however long', () => {
    const anything = fc.oneof(nearly, fc.string({ unit: 'binary', size: 'large' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
        fc.property(anything, fc.integer({ min: 1, max: 300 }), (text, times) => {
            expect(() => readPhoneNumbers(text.repeat(times))).not.toThrow();
        }),
        { numRuns: 2000 }
    );
});

test('reads at most E.164: a plus and 7 to 15 digits', () => {
    fc.assert(
        fc.property(nearly, (text) => {
            for (const { e164 } of readPhoneNumbers(text)) expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
        }),
        { numRuns: 1000 }
    );
});

test('two numbers in one field are both found, whichever sign parts them', () => {
    const typed = fc.oneof(landline, mobile).chain(({ e164, dialled }) =>
        fc.constantFrom(...dialled.slice(0, 3)).map((each) => ({
            e164,
            typed: `${each.slice(0, -4)}-${each.slice(-4)}`
        }))
    );
    const sign = fc.constantFrom('/', ' / ', '; ', ', ', ' e ', ' ou ', ' | ', ' - ', '\n', ' (casa) ', ' cel ');
    fc.assert(
        fc.property(typed, typed, sign, (a, b, between) => {
            const found = readPhoneNumbers(`${a.typed}${between}${b.typed}`).map(({ e164 }) => e164);
            expect(found).toEqual([...new Set([a.e164, b.e164])]);
        }),
        { numRuns: 2000 }
    );
});
