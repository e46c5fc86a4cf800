const SAMPLE_BYTES = 2;

/** The samples of a WAV file, mono and of 16 bits, as a PBX records. @throws Error when it is none */
export function wavSamples(wav: Buffer): Int16Array {
    if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
        throw new Error(`This is no WAV file: ${wav.subarray(0, 16).toString('latin1')}`);
    const start = wav.indexOf('data', 12, 'latin1') + 8;
    const count = Math.floor((wav.length - start) / SAMPLE_BYTES);
    return Int16Array.from({ length: count }, (_, index) => wav.readInt16LE(start + index * SAMPLE_BYTES));
}
