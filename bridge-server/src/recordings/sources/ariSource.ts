import type { IncomingMessage } from 'node:http';
import { sourceOf } from '../../calls/call.ts';
import type { ToldRecording } from '../../calls/recording.ts';
import { type RecordingSource, SourceError } from '../recordingSource.ts';
import { askForAudio } from './askForAudio.ts';
import { guardStream } from './guardStream.ts';
import { readAnswer } from './readAnswer.ts';
import { recordingPath } from './recordingPath.ts';

export interface AriSourceOptions {
    /** Of the PBX's REST interface, such as `http://10.0.0.5:8088`; with the path, where http.conf has a prefix. */
    readonly url: string;
    readonly username: string;
    readonly password: string;
    /** The telephony side whose recordings are asked for. */
    readonly telephony: string;
    readonly idleMs?: number;
}

const TOTAL_MS = 60 * 60_000;

/**
 * What an Asterisk keeps in `recording/` below its spool folder, through ARI. Seen of Asterisk 22:
 * - it answers `Range` with all of it (200), and names no version: a copy begins anew
 * - a name in sub-folders has its slashes encoded; unencoded it is 404
 * - it knows a recording by its name alone, looks for the formats that it has modules for (`gsm`, and `wav` for most;
 *   rarely `mp3`), and gives any of them: what it gave stands in Content-Type, as `audio/` and the file's extension.
 *   Another than the recording's is `absent`
 * - DELETE removes such a file, too, and is 404 the second time
 */
export function createAriSource(options: AriSourceOptions): Required<RecordingSource> {
    const { telephony, idleMs } = options;
    const base = interfaceAt(options.url);
    const headers = {
        authorization: `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`
    };

    const addressOf = (recording: ToldRecording, rest: string): URL => {
        if (recordingPath(recording) === null)
            throw new SourceError('forbidden', 'The name is none for a file in the folder of recordings');
        return new URL(`${base}/recordings/stored/${encodeURIComponent(recording.name)}${rest}`);
    };

    return {
        name: 'ari',
        mayHave: (recording) => sourceOf(recording.callId) === telephony && recordingPath(recording) !== null,
        async open(recording, { signal }) {
            const url = addressOf(recording, '/file');
            const response = await askForAudio({ url, headers, signal, answerMs: idleMs });
            const { bytes } = readAnswer(response);
            requireFormat(recording.format, response);
            const stream = guardStream(response, { signal, idleMs, totalMs: TOTAL_MS });
            return { stream, from: 0, bytes, version: null };
        },
        async remove(recording) {
            const url = addressOf(recording, '');
            const signal = new AbortController().signal;
            const response = await askForAudio({ url, method: 'DELETE', headers, signal, answerMs: idleMs });
            response.resume();
            if (response.statusCode !== 204 && response.statusCode !== 404) readAnswer(response);
        }
    };
}

function requireFormat(format: string, response: IncomingMessage): void {
    const given = /^audio\/(\w+)$/.exec(response.headers['content-type'] ?? '')?.[1];
    if (given === undefined || given.toLowerCase() === format.toLowerCase()) return;
    response.destroy();
    throw new SourceError('absent', `The PBX has it as ${given} only`);
}

/** Asterisk serves it under `/ari`. */
function interfaceAt(url: string): string {
    const base = url.replace(/\/+$/, '');
    return base.endsWith('/ari') ? base : `${base}/ari`;
}
