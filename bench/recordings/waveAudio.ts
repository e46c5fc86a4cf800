import { createHash, randomFillSync } from 'node:crypto';

/** A recording that is made up: a WAV of 8,000 samples a second, 16 bits, one channel. */
export interface WaveAudio {
    /** Of the whole file. */
    readonly bytes: number;
    /** Of the whole file, in hex. */
    readonly sha256: string;
    /** @param start the first byte, @param end the byte after the last */
    slice(start: number, end: number): Buffer;
}

const HEADER_BYTES = 44;
const SAMPLES_PER_SECOND = 8_000;
const BYTES_PER_SAMPLE = 2;
const PCM = 1;

/** Samples that no two recordings share in the same order: each begins at a place of its own. */
export function createNoise(bytes: number): Buffer {
    return randomFillSync(Buffer.allocUnsafe(bytes));
}

/** @param bytes of the whole file, at most as many as the noise has from `offset` on; even */
export function createWaveAudio(noise: Buffer, offset: number, bytes: number): WaveAudio {
    const samples = noise.subarray(offset, offset + bytes - HEADER_BYTES);
    if (samples.length !== bytes - HEADER_BYTES) throw new Error('There is not enough noise for this recording.');
    const header = waveHeader(samples.length);
    const sha256 = createHash('sha256').update(header).update(samples).digest('hex');
    return {
        bytes,
        sha256,
        slice: (start, end) =>
            Buffer.concat([
                header.subarray(start, end),
                samples.subarray(Math.max(0, start - HEADER_BYTES), Math.max(0, end - HEADER_BYTES))
            ])
    };
}

function waveHeader(sampleBytes: number): Buffer {
    const header = Buffer.alloc(HEADER_BYTES);
    header.write('RIFF', 0, 'latin1');
    header.writeUInt32LE(HEADER_BYTES - 8 + sampleBytes, 4);
    header.write('WAVEfmt ', 8, 'latin1');
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(PCM, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(SAMPLES_PER_SECOND, 24);
    header.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
    header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
    header.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
    header.write('data', 36, 'latin1');
    header.writeUInt32LE(sampleBytes, 40);
    return header;
}
