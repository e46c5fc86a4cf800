interface WavOptions {
    readonly coding?: number;
    readonly channels?: number;
    readonly sampleRate?: number;
    readonly bitsPerSample?: number;
    /** As the header says; otherwise what is true. */
    readonly saysDataBytes?: number;
    /** Chunks before the samples. */
    readonly before?: readonly Buffer[];
    /** RF64, with the length in `ds64`. */
    readonly isLong?: boolean;
    readonly after?: Buffer;
}

export const chunkOf = (name: string, content: Buffer): Buffer => {
    const header = Buffer.alloc(8);
    header.write(name, 'latin1');
    header.writeUInt32LE(content.length, 4);
    return Buffer.concat([header, content, Buffer.alloc(content.length % 2)]);
};

/** What stands before the samples of a WAV. */
export function wavHeaderOf(samplesBytes: number, options: WavOptions = {}): Buffer {
    const { coding = 1, channels = 1, sampleRate = 8_000, bitsPerSample = 16, before = [], isLong = false } = options;
    const said = options.saysDataBytes ?? samplesBytes;
    const format = Buffer.alloc(16);
    format.writeUInt16LE(coding, 0);
    format.writeUInt16LE(channels, 2);
    format.writeUInt32LE(sampleRate, 4);
    format.writeUInt32LE((sampleRate * channels * bitsPerSample) / 8, 8);
    format.writeUInt16LE((channels * bitsPerSample) / 8, 12);
    format.writeUInt16LE(bitsPerSample, 14);
    const lengths = Buffer.alloc(28);
    lengths.writeBigUInt64LE(BigInt(said), 8);
    const data = Buffer.alloc(8);
    data.write('data', 'latin1');
    data.writeUInt32LE(isLong ? 0xffffffff : said, 4);
    const body = [...(isLong ? [chunkOf('ds64', lengths)] : []), ...before, chunkOf('fmt ', format), data];
    const riff = Buffer.from(isLong ? 'RF64\xff\xff\xff\xffWAVE' : 'RIFF\0\0\0\0WAVE', 'latin1');
    if (!isLong) riff.writeUInt32LE(Math.min(0xffffffff, 4 + Buffer.concat(body).length + samplesBytes), 4);
    return Buffer.concat([riff, ...body]);
}

export const wavOf = (samples: Buffer, options: WavOptions = {}): Buffer =>
    Buffer.concat([wavHeaderOf(samples.length, options), samples, options.after ?? Buffer.alloc(0)]);

/** One second at 8 kHz unless told otherwise, as loud as `loudnessAt` says from 0 to 1. */
export function sine(loudnessAt: (second: number) => number, seconds = 1, sampleRate = 8_000): Buffer {
    const samples = Buffer.alloc(seconds * sampleRate * 2);
    for (let at = 0; at < seconds * sampleRate; at++) {
        const second = at / sampleRate;
        samples.writeInt16LE(Math.round(32_767 * loudnessAt(second) * Math.sin(2 * Math.PI * 1_000 * second)), at * 2);
    }
    return samples;
}
