import { writeFile } from 'node:fs/promises';

const RATE = 8_000;
const HEADER_BYTES = 44;
const AMPLITUDE = 6_000;

/** A WAV file with a sine: mono, 16 bits, 8 kHz. The tone joins itself when it is played again and again. */
export async function writeTone(file: string, hertz: number, seconds: number): Promise<void> {
    const samples = RATE * seconds;
    const wav = Buffer.alloc(HEADER_BYTES + samples * 2);
    wav.write('RIFF', 0);
    wav.writeUInt32LE(wav.length - 8, 4);
    wav.write('WAVEfmt ', 8);
    wav.writeUInt32LE(16, 16);
    wav.writeUInt16LE(1, 20);
    wav.writeUInt16LE(1, 22);
    wav.writeUInt32LE(RATE, 24);
    wav.writeUInt32LE(RATE * 2, 28);
    wav.writeUInt16LE(2, 32);
    wav.writeUInt16LE(16, 34);
    wav.write('data', 36);
    wav.writeUInt32LE(samples * 2, 40);
    for (let index = 0; index < samples; index++) {
        const value = AMPLITUDE * Math.sin((2 * Math.PI * hertz * index) / RATE);
        wav.writeInt16LE(Math.round(value), HEADER_BYTES + index * 2);
    }
    await writeFile(file, wav);
}
