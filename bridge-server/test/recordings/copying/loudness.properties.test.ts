import fc from 'fast-check';
import { createLoudnessMeter, sampleReaderOf } from '../../../src/recordings/copying/loudness.ts';
import type { WavHeader } from '../../../src/recordings/copying/wavHeader.ts';

const STEREO: WavHeader = {
    coding: 1,
    channels: 2,
    sampleRate: 8_000,
    bytesPerSecond: 32_000,
    frameBytes: 4,
    bitsPerSample: 16,
    dataAt: 44,
    dataBytes: 0
};

test('however the bytes come, each stretch has the loudness of its loudest sample', () => {
    const reader = sampleReaderOf(STEREO);
    if (!reader) throw new Error('16 bits are read');
    fc.assert(
        fc.property(
            fc.array(fc.tuple(fc.integer({ min: -32_768, max: 32_767 }), fc.integer({ min: -32_768, max: 32_767 })), {
                minLength: 1,
                maxLength: 600
            }),
            fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1 }),
            fc.integer({ min: 1, max: 200 }),
            (frames, chunkBytes, mostStretches) => {
                const stretches = Math.min(mostStretches, frames.length);
                const samples = Buffer.from(new Int16Array(frames.flat()).buffer);
                const meter = createLoudnessMeter(reader, frames.length * 2, stretches, 2);
                for (let at = 0, chunk = 0; at < samples.length; chunk++) {
                    const length = chunkBytes[chunk % chunkBytes.length] ?? 1;
                    meter.add(samples.subarray(at, at + length));
                    at += length;
                }
                const edge = (stretch: number) => Math.floor((stretch * frames.length) / stretches);
                const expected = Array.from({ length: stretches }, (_, stretch) => {
                    const loudest = frames
                        .slice(edge(stretch), edge(stretch + 1))
                        .flat()
                        .map(Math.abs);
                    return Math.round((Math.max(...loudest) * 100) / 32_768);
                });
                expect(meter.peaks()).toEqual(expected);
            }
        )
    );
});
