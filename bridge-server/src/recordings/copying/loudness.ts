import type { WavHeader } from './wavHeader.ts';

const PCM = 1;
const A_LAW = 6;
const MU_LAW = 7;
const FULL_SCALE = 32_768;

/** How samples of a WAV are read; null: of another coding, whose loudness is not known. */
export interface SampleReader {
    readonly bytes: 1 | 2;
    /** From 0 to 32768. */
    readonly loudnessAt: (chunk: Buffer, position: number) => number;
}

export function sampleReaderOf({ coding, channels, bitsPerSample, frameBytes }: WavHeader): SampleReader | null {
    if (channels < 1 || channels > 2 || frameBytes !== (channels * bitsPerSample) / 8) return null;
    if (coding === PCM && bitsPerSample === 16) return PCM_16;
    if (coding === A_LAW && bitsPerSample === 8) return fromTable(A_LAW_LOUDNESS);
    if (coding === MU_LAW && bitsPerSample === 8) return fromTable(MU_LAW_LOUDNESS);
    return null;
}

/**
 * The loudest of each stretch, from chunks as they come: a chunk may end within a sample.
 *
 * @param totalSamples of all channels; samples beyond them are left out
 * @param stretches how many; each begins at a whole frame
 */
export function createLoudnessMeter(reader: SampleReader, totalSamples: number, stretches: number, channels: number) {
    const loudest = new Array<number>(stretches).fill(0);
    const frames = totalSamples / channels;
    let sample = 0;
    let stretch = 0;
    let carried: Buffer | null = null;
    const endOf = (index: number): number => Math.floor(((index + 1) * frames) / stretches) * channels;
    let end = endOf(0);

    return {
        add(chunk: Buffer): void {
            const bytes: Buffer = carried ? Buffer.concat([carried, chunk]) : chunk;
            const whole = bytes.length - (bytes.length % reader.bytes);
            carried = whole < bytes.length ? Buffer.from(bytes.subarray(whole)) : null;
            let most = loudest[stretch] ?? 0;
            for (let at = 0; at < whole && sample < totalSamples; at += reader.bytes, sample++) {
                if (sample >= end) {
                    loudest[stretch++] = most;
                    most = 0;
                    end = endOf(stretch);
                }
                const loudness = reader.loudnessAt(bytes, at);
                if (loudness > most) most = loudness;
            }
            loudest[stretch] = most;
        },

        /** Each from 0 to 100. */
        peaks: (): number[] => loudest.map((loudness) => Math.round((loudness * 100) / FULL_SCALE))
    };
}

const PCM_16: SampleReader = {
    bytes: 2,
    loudnessAt(chunk, position) {
        const sample = chunk.readInt16LE(position);
        return sample < 0 ? -sample : sample;
    }
};

const fromTable = (table: Uint16Array): SampleReader => ({
    bytes: 1,
    loudnessAt: (chunk, position) => table[chunk[position] ?? 0] ?? 0
});

/** ITU-T G.711: the bits are inverted; three of them say how often to double, four how far between two steps. */
const MU_LAW_LOUDNESS = Uint16Array.from({ length: 256 }, (_, code) => {
    const bits = ~code & 0x7f;
    return ((((bits & 0x0f) << 3) + 0x84) << (bits >> 4)) - 0x84;
});

/** ITU-T G.711: every other bit is inverted; the lowest two segments have the same step. */
const A_LAW_LOUDNESS = Uint16Array.from({ length: 256 }, (_, code) => {
    const bits = (code ^ 0x55) & 0x7f;
    const segment = bits >> 4;
    const magnitude = ((bits & 0x0f) << 4) + 8;
    return segment === 0 ? magnitude : (magnitude + 0x100) << (segment - 1);
});
