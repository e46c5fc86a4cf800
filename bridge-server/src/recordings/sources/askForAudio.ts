import { type ClientRequest, type IncomingMessage, request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { SourceError } from '../recordingSource.ts';
import { IDLE_MS, silent, stopped } from './guardStream.ts';

export interface AudioRequest {
    readonly url: URL;
    readonly method?: 'GET' | 'DELETE';
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    /** How long the answer may keep one waiting, from connecting to the last of its headers. */
    readonly answerMs?: number;
    readonly lookup?: LookupFunction;
    /** PEM of the authorities that are trusted; absent: those that Node trusts. */
    readonly ca?: string;
}

/**
 * Asks once: follows no redirect, takes no proxy and shares no connection.
 * Throws SourceError: `unavailable`, or what `lookup` failed with.
 */
export function askForAudio(asked: AudioRequest): Promise<IncomingMessage> {
    const { url, method = 'GET', signal, answerMs = IDLE_MS, lookup, ca } = asked;
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(stopped(signal));
        const send = url.protocol === 'https:' ? requestByHttps : requestByHttp;
        const request: ClientRequest = send(url, { method, headers, agent: false, lookup, ca });
        const abort = () => void request.destroy(stopped(signal));
        const deadline = setTimeout(() => request.destroy(silent(answerMs)), answerMs);
        const settle = () => {
            clearTimeout(deadline);
            signal.removeEventListener('abort', abort);
        };
        signal.addEventListener('abort', abort);
        request.once('response', (response) => {
            settle();
            resolve(response);
        });
        // not once: it may fail again when its socket does
        request.on('error', (error) => {
            settle();
            reject(
                error instanceof SourceError
                    ? error
                    : new SourceError('unavailable', `No answer (${codeOf(error)})`, { cause: error })
            );
        });
        request.end();
    });
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);
