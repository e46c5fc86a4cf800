import fc from 'fast-check';
import { decodeAlaw, decodeUlaw, encodeAlaw, encodeUlaw } from '../audio/g711.ts';

const codecs = [
    { law: 'A-law', encode: encodeAlaw, decode: decodeAlaw, finestStep: 8 },
    { law: 'µ-law', encode: encodeUlaw, decode: decodeUlaw, finestStep: 4 }
];

describe.each(codecs)('$law', ({ encode, decode, finestStep }) => {
    test('keeps every sample to within a thirtieth of it', () => {
        fc.assert(
            fc.property(fc.integer({ min: -32_000, max: 32_000 }), (sample) => {
                const [heard = 0] = decode(encode(Int16Array.of(sample)));
                expect(Math.abs(heard - sample)).toBeLessThanOrEqual(finestStep + Math.abs(sample) / 30);
            })
        );
    });

    test('hears the loudest samples as loud, not as their opposite', () => {
        const [low = 0, high = 0] = decode(encode(Int16Array.of(-32_768, 32_767)));

        expect([low < -31_000, high > 31_000]).toEqual([true, true]);
    });

    test('says again every byte that it heard', () => {
        // µ-law has two zeros
        const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f);

        expect(encode(decode(bytes))).toEqual(bytes);
    });
});

test.each([
    ['A-law', decodeAlaw, 0xd5, 8],
    ['A-law', decodeAlaw, 0x55, -8],
    ['A-law', decodeAlaw, 0xaa, 32_256],
    ['µ-law', decodeUlaw, 0xff, 0],
    ['µ-law', decodeUlaw, 0x80, 32_124],
    ['µ-law', decodeUlaw, 0x00, -32_124]
])('%s decodes as the standard says', (_law, decode, byte, sample) => {
    expect(decode(Uint8Array.of(byte))[0]).toBe(sample);
});
