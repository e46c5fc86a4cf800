import type { FileHandle } from 'node:fs/promises';
import { inStore } from '../audioStoreError.ts';

/** What a WAV says of itself. */
export interface WavHeader {
    /** How its samples are written: 1 is PCM, 6 A-law, 7 µ-law, 0x31 GSM. */
    readonly coding: number;
    readonly channels: number;
    readonly sampleRate: number;
    readonly bytesPerSecond: number;
    /** Of one sample of all channels. */
    readonly frameBytes: number;
    readonly bitsPerSample: number;
    /** Where the samples begin in the file. */
    readonly dataAt: number;
    /** As it says; 0 and 0xFFFFFFFF stand there until whoever writes it closes the file. */
    readonly dataBytes: number;
}

const CHUNK_HEADER_BYTES = 8;
const FORMAT_BYTES = 40;
/** Real files have fewer than ten; garbage may look like very many. */
const MOST_CHUNKS = 200;
const EXTENSIBLE = 0xfffe;
/** In an RF64 it means that the length stands in the chunk `ds64`. */
const NOT_SAID = 0xffffffff;
const KINDS: ReadonlySet<string> = new Set(['RIFF', 'RF64', 'BW64']);

/**
 * Reads the header of a WAV: RIFF, or RF64 for those beyond 4 GiB.
 *
 * @param bytes of the whole file
 * @returns `unlike` when it is no WAV; `cut` when it begins like one and ends before its samples do begin
 */
export async function readWavHeader(file: FileHandle, bytes: number): Promise<WavHeader | 'unlike' | 'cut'> {
    const start = await readAt(file, 0, 12);
    if (!looksLikeWav(start)) return 'unlike';
    let format: Omit<WavHeader, 'dataAt' | 'dataBytes'> | null = null;
    let longDataBytes: number | null = null;
    let at = 12;
    for (let chunk = 0; chunk < MOST_CHUNKS && at + CHUNK_HEADER_BYTES <= bytes; chunk++) {
        const header = await readAt(file, at, CHUNK_HEADER_BYTES);
        if (header.length < CHUNK_HEADER_BYTES) break;
        const name = header.toString('latin1', 0, 4);
        const length = header.readUInt32LE(4);
        const contentAt = at + CHUNK_HEADER_BYTES;
        if (name === 'data') {
            if (!format) return 'unlike';
            return {
                ...format,
                dataAt: contentAt,
                dataBytes: length === NOT_SAID ? (longDataBytes ?? length) : length
            };
        }
        if (name === 'ds64') longDataBytes = dataBytesOf(await readAt(file, contentAt, 16));
        if (name === 'fmt ') format = formatOf(await readAt(file, contentAt, Math.min(length, FORMAT_BYTES)));
        // chunks begin at even places
        at = contentAt + length + (length % 2);
    }
    return 'cut';
}

/** Also of a file that ends within the first twelve bytes, such as an empty one. */
const looksLikeWav = (start: Buffer): boolean => {
    const text = start.toString('latin1');
    const kind = text.slice(0, 4);
    return [...KINDS].some((known) => known.startsWith(kind)) && 'WAVE'.startsWith(text.slice(8, 12));
};

const dataBytesOf = (chunk: Buffer): number | null => (chunk.length < 16 ? null : Number(chunk.readBigUInt64LE(8)));

function formatOf(chunk: Buffer): Omit<WavHeader, 'dataAt' | 'dataBytes'> | null {
    if (chunk.length < 16) return null;
    const coding = chunk.readUInt16LE(0);
    return {
        // the first bytes of an extensible one's GUID are the coding
        coding: coding === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : coding,
        channels: chunk.readUInt16LE(2),
        sampleRate: chunk.readUInt32LE(4),
        bytesPerSecond: chunk.readUInt32LE(8),
        frameBytes: chunk.readUInt16LE(12),
        bitsPerSample: chunk.readUInt16LE(14)
    };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await inStore(() => file.read(Buffer.alloc(length), 0, length, position));
    return buffer.subarray(0, bytesRead);
}
