import fc from 'fast-check';
import { SAMPLES_A_SECOND, sine, tonesIn } from '../audio/tones.ts';

const HEARD_SAMPLES = 0.3 * SAMPLES_A_SECOND;
const USED = [330, 440, 500, 520, 620];

const mix = (...voices: Int16Array[]) =>
    Int16Array.from({ length: HEARD_SAMPLES }, (_, index) =>
        voices.reduce((sum, voice) => sum + (voice[index] ?? 0), 0)
    );

const used = fc.constantFrom(...USED);
const volume = fc.integer({ min: 1000, max: 10_000 });

test('a sine is heard, and nothing else', () => {
    fc.assert(
        fc.property(used, volume, fc.nat(SAMPLES_A_SECOND), (hz, loudest, from) => {
            const tones = tonesIn(sine(hz, HEARD_SAMPLES, { from, loudest }));
            expect(tones.of(USED)).toEqual([hz]);
            expect(tones.share(hz)).toBeGreaterThan(0.95);
        })
    );
});

test('two who speak at once are both heard, one of them half as loud', () => {
    fc.assert(
        fc.property(fc.uniqueArray(used, { minLength: 2, maxLength: 2 }), volume, ([one = 0, other = 0], loudest) => {
            const tones = tonesIn(
                mix(
                    sine(one, HEARD_SAMPLES, { loudest }),
                    sine(other, HEARD_SAMPLES, { from: 77, loudest: loudest / 2 })
                )
            );
            expect(tones.of(USED)).toEqual([one, other].sort((a, b) => a - b));
        })
    );
});

test('three in a conference are all heard', () => {
    const three = mix(...[440, 500, 620].map((hz) => sine(hz, HEARD_SAMPLES)));

    expect(tonesIn(three).of(USED)).toEqual([440, 500, 620]);
});

test('noise has no tone', () => {
    let seed = 1;
    const noise = Int16Array.from({ length: HEARD_SAMPLES }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return (seed % 12_000) - 6000;
    });

    expect(tonesIn(noise).of(USED)).toEqual([]);
});

test.each([
    ['no packet came', new Int16Array(0)],
    ['zeros came', new Int16Array(HEARD_SAMPLES)],
    [
        'the rounding of G.711 is all there is',
        Int16Array.from({ length: HEARD_SAMPLES }, (_, index) => (index % 2) * 16 - 8)
    ]
])('it is silent when %s', (_, samples) => {
    const tones = tonesIn(samples);

    expect(tones.silent).toBe(true);
    expect(tones.of(USED)).toEqual([]);
});
