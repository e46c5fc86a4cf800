import type { Hash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AudioPart } from '../audioStorePart.ts';
import { type OpenedRecording, SourceError } from '../recordingSource.ts';

interface FetchOptions {
    /** Of what is in the part already; whatever comes is added. */
    readonly hash: Hash;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
}

/**
 * Adds what a source gives to a part, in constant memory, until it has the length that the source said.
 *
 * Throws SourceError, AudioStoreError, and an AbortError.
 */
export async function fetchAudio(
    { stream, bytes }: OpenedRecording,
    part: AudioPart,
    { hash, maxBytes, signal }: FetchOptions
): Promise<void> {
    const tooLarge = () => new SourceError('too-large', `The audio has more than ${maxBytes} bytes`);
    if (bytes !== null && bytes > maxBytes) throw tooLarge();
    const toPart = new Writable({
        write(chunk: Buffer, _encoding, done) {
            if (part.bytes() + chunk.length > maxBytes) return done(tooLarge());
            part.append(chunk).then(
                () => {
                    hash.update(chunk);
                    done();
                },
                (error: Error) => done(error)
            );
        }
    });
    await pipeline(stream, toPart, { signal });
    if (bytes === null || part.bytes() === bytes) return;
    if (part.bytes() < bytes) throw new SourceError('unavailable', 'The source broke off before the end of the audio');
    throw new SourceError('changed', 'The source gave more audio than it had said');
}
