import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { ToldRecording } from '../../../src/calls/recording.ts';
import { type OpenRequest, type RecordingSource, SourceError } from '../../../src/recordings/recordingSource.ts';

/** What happens at one opening of the source. Left out: all goes well. */
export interface Scene {
    /** Instead of an answer. */
    readonly error?: Error;
    /** The audio from now on. */
    readonly audio?: Buffer;
    /** After so many bytes it fails with this error. */
    readonly breaksOffAfter?: number;
    readonly with?: Error;
    /** After so many bytes it ends, as if that were all. */
    readonly endsAfter?: number;
    /** After so many bytes nothing comes until it is aborted. */
    readonly stallsAfter?: number;
}

interface ScriptedSourceOptions {
    readonly name?: string;
    /** Null: it is not there yet. */
    readonly audio: Buffer | null;
    /** One for each opening, in order; afterwards all goes well. */
    readonly scenes?: readonly Scene[];
    readonly chunkBytes?: number;
    readonly hasVersions?: boolean;
    readonly saysLength?: boolean;
    readonly mayHave?: (recording: ToldRecording) => boolean;
    /** Told before a chunk is given, with the byte at which it begins. */
    readonly onChunk?: (at: number) => void;
}

/** A source of recordings that gives one audio, and fails as it is told. */
export function createScriptedSource(options: ScriptedSourceOptions) {
    const { name = 'scripted', chunkBytes = 1_000, hasVersions = true, saysLength = true } = options;
    const scenes = [...(options.scenes ?? [])];
    const requests: { from: number; version: string | null }[] = [];
    let audio = options.audio;
    let edition = 1;

    function put(other: Buffer): void {
        audio = other;
        edition++;
    }

    const source: RecordingSource = {
        name,
        mayHave: options.mayHave ?? (() => true),
        async open(_recording: ToldRecording, request: OpenRequest) {
            requests.push({ from: request.from, version: request.version });
            const scene = scenes.shift() ?? {};
            if (scene.error) throw scene.error;
            if (scene.audio) put(scene.audio);
            if (request.signal.aborted) throw new SourceError('unavailable', 'It was aborted');
            if (!audio) throw new SourceError('absent', 'It is not there');
            const version = hasVersions ? `edition ${edition}` : null;
            const from = version !== null && request.version === version ? request.from : 0;
            return {
                stream: Readable.from(chunks(audio, from, scene, request.signal), {
                    objectMode: false,
                    highWaterMark: 1
                }),
                from,
                bytes: saysLength ? audio.length : null,
                version
            };
        }
    };

    async function* chunks(bytes: Buffer, from: number, scene: Scene, signal: AbortSignal): AsyncGenerator<Buffer> {
        const last = Math.min(
            bytes.length,
            from +
                Math.min(scene.breaksOffAfter ?? Infinity, scene.endsAfter ?? Infinity, scene.stallsAfter ?? Infinity)
        );
        for (let at = from; at < last; at += chunkBytes) {
            options.onChunk?.(at);
            if (signal.aborted) throw new SourceError('unavailable', 'It was aborted');
            yield bytes.subarray(at, Math.min(at + chunkBytes, last));
        }
        if (scene.breaksOffAfter !== undefined)
            throw scene.with ?? new SourceError('unavailable', 'It broke off, as it was told to');
        if (scene.stallsAfter !== undefined) {
            await wait(60_000, undefined, { signal, ref: false }).catch(() => undefined);
            throw new SourceError('unavailable', 'Nothing came');
        }
    }

    return { source, requests, put };
}
