import type { FileHandle } from 'node:fs/promises';
import { readBytes } from '../audioStorePart.ts';
import { createLoudnessMeter, sampleReaderOf } from './loudness.ts';
import { readWavHeader, type WavHeader } from './wavHeader.ts';

/** What a file of audio says of itself. */
export interface InspectedAudio {
    /** False: it says that there is more of it, or whoever writes it has not closed it. */
    readonly whole: boolean;
    /** Null where the format does not say. */
    readonly durationMs: number | null;
    /** Each from 0 to 100; null where it is not known. */
    readonly peaks: readonly number[] | null;
}

const MOST_PEAKS = 200;
/** Until the file is closed it stands for the length of the samples, as 0 does. */
const NOT_CLOSED = 0xffffffff;

/**
 * Reads how long and how loud audio is, in constant memory. Only a WAV says it; of everything else that is not empty is
 * taken that it is whole. What a header says is believed as far as the file goes.
 *
 * Throws AudioStoreError, and the signal's reason.
 */
export async function inspectAudio(file: FileHandle, bytes: number, signal?: AbortSignal): Promise<InspectedAudio> {
    const header = await readWavHeader(file, bytes);
    if (header === 'unlike') return { whole: true, durationMs: null, peaks: null };
    if (header === 'cut') return { whole: false, durationMs: null, peaks: null };
    const there = bytes - header.dataAt;
    const isClosed = header.dataBytes !== 0 && header.dataBytes !== NOT_CLOSED;
    const length = isClosed ? Math.min(header.dataBytes, there) : there;
    return {
        whole: isClosed && header.dataBytes <= there,
        durationMs: durationOf(header, length),
        peaks: await peaksOf(file, header, length, signal)
    };
}

const durationOf = ({ bytesPerSecond }: WavHeader, length: number): number | null =>
    bytesPerSecond > 0 ? Math.round((length * 1000) / bytesPerSecond) : null;

async function peaksOf(
    file: FileHandle,
    header: WavHeader,
    length: number,
    signal: AbortSignal | undefined
): Promise<number[] | null> {
    const reader = sampleReaderOf(header);
    const frames = Math.floor(length / header.frameBytes);
    if (!reader || frames < 1) return null;
    const { channels, dataAt } = header;
    const meter = createLoudnessMeter(reader, frames * channels, Math.min(MOST_PEAKS, frames), channels);
    for await (const chunk of readBytes(file, dataAt, dataAt + length, signal)) meter.add(chunk);
    return meter.peaks();
}
