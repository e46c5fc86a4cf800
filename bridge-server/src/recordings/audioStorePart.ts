import type { FileHandle } from 'node:fs/promises';
import { inStore } from './audioStoreError.ts';

/** Few enough that measuring them keeps no telephone waiting. */
const READ_BYTES = 64 * 1024;

/** A recording on its way into the store: what is there of it, and more at its end. */
export interface AudioPart {
    readonly id: string;
    readonly file: FileHandle;
    bytes(): number;
    /** Adds to the end. Throws AudioStoreError. */
    append(chunk: Uint8Array): Promise<void>;
    /** Keeps what is there for another try, also when the power fails. */
    close(): Promise<void>;
}

/**
 * @param file open for reading and writing; closed with the part
 * @param bytes how many of it count already; what is behind them is overwritten
 */
export function createAudioPart(id: string, file: FileHandle, bytes: number): AudioPart {
    let end = bytes;
    let isClosed = false;
    return {
        id,
        file,
        bytes: () => end,

        append: (chunk) =>
            inStore(async () => {
                for (let written = 0; written < chunk.length;) {
                    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, end);
                    written += bytesWritten;
                    end += bytesWritten;
                }
            }),

        async close() {
            if (isClosed) return;
            isClosed = true;
            await file.datasync().catch(() => undefined);
            await file.close();
        }
    };
}

/** The bytes of a file from one place to another, in constant memory: each chunk is only good until the next one. */
export async function* readBytes(
    file: FileHandle,
    from: number,
    to: number,
    signal?: AbortSignal
): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, Math.max(0, to - from)));
    for (let position = from; position < to;) {
        signal?.throwIfAborted();
        const length = Math.min(buffer.length, to - position);
        const { bytesRead } = await inStore(() => file.read(buffer, 0, length, position));
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        position += bytesRead;
    }
}
