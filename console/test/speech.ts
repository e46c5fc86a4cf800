import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SAMPLES_PER_SECOND = 8_000;
const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;
const LOUDEST = 26_000;
const TONE_HZ = 180;

/** Leaves a WAV where the telephony side would: somebody speaks, in phrases, with pauses between. @returns its bytes */
export async function recordSpeech(folder: string, name: string, seconds: number): Promise<Buffer> {
    const samples = SAMPLES_PER_SECOND * seconds;
    const wave = Buffer.alloc(HEADER_BYTES + samples * BYTES_PER_SAMPLE);
    writeHeader(wave, samples * BYTES_PER_SAMPLE);
    for (let sample = 0; sample < samples; sample += 1) {
        const atSeconds = sample / SAMPLES_PER_SECOND;
        const value = loudnessAt(atSeconds) * LOUDEST * Math.sin(2 * Math.PI * TONE_HZ * atSeconds);
        wave.writeInt16LE(Math.round(value), HEADER_BYTES + sample * BYTES_PER_SAMPLE);
    }
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${name}.wav`), wave);
    return wave;
}

/** From 0 to 1: two people in turns, in phrases in which syllables rise and fall. */
function loudnessAt(seconds: number): number {
    const speaker = Math.sin(seconds / 3) > 0 ? 1 : 0.6;
    const phrase = Math.max(0, Math.sin(seconds * 0.9) + 0.6 * Math.sin(seconds * 2.3));
    const stress = 0.65 + 0.35 * Math.sin(seconds * 5.1) * Math.sin(seconds * 1.7);
    const syllable = 0.55 + 0.45 * Math.sin(seconds * 17);
    return Math.min(1, speaker * phrase * stress * syllable);
}

function writeHeader(wave: Buffer, sampleBytes: number): void {
    wave.write('RIFF', 0, 'latin1');
    wave.writeUInt32LE(HEADER_BYTES - 8 + sampleBytes, 4);
    wave.write('WAVEfmt ', 8, 'latin1');
    wave.writeUInt32LE(16, 16);
    wave.writeUInt16LE(1, 20);
    wave.writeUInt16LE(1, 22);
    wave.writeUInt32LE(SAMPLES_PER_SECOND, 24);
    wave.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
    wave.writeUInt16LE(BYTES_PER_SAMPLE, 32);
    wave.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
    wave.write('data', 36, 'latin1');
    wave.writeUInt32LE(sampleBytes, 40);
}
