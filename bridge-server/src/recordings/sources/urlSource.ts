import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type OpenedRecording, type OpenRequest, type RecordingSource, SourceError } from '../recordingSource.ts';
import { type AudioRequest, askForAudio } from './askForAudio.ts';
import { guardStream } from './guardStream.ts';
import { createPublicLookup } from './publicAddress.ts';
import { readAnswer } from './readAnswer.ts';
import { isUrlAllowed, readUrlHost } from './urlHosts.ts';
import { ifRangeOf, versionOf } from './urlVersion.ts';

export interface UrlSourceOptions {
    /** As RECORDING_URL_HOSTS has them. */
    readonly hosts: readonly string[];
    /** Sent to these hosts as `Authorization`; null: nothing. */
    readonly authorization: string | null;
    readonly maxBytes: number;
    readonly idleMs?: number;
    readonly totalMs?: number;
    /** Instead of the system's. */
    readonly lookup?: LookupFunction;
    /** To which addresses a name may lead; absent: public ones. */
    readonly isPublic?: (address: string) => boolean;
    /** PEM of the authorities that are trusted; absent: those that Node trusts. */
    readonly ca?: string;
}

const TOTAL_MS = 60 * 60_000;

/**
 * Where a telephony side itself serves its recordings. Whoever can send an event chooses the URL, so the bridge asks
 * nowhere but at the hosts that who runs it named: by https, at the port that was named (443), without credentials in
 * the URL, without following redirects. A name must lead to public addresses; an IP address that is itself in the list
 * is meant, and allowed wherever it is.
 */
export function createUrlSource(options: UrlSourceOptions): RecordingSource {
    const { authorization, maxBytes, idleMs, totalMs = TOTAL_MS, ca } = options;
    const hosts = options.hosts.map(readUrlHost).filter((host) => host !== null);
    const lookup = createPublicLookup(options.lookup, options.isPublic);

    const ask = (url: URL, { signal }: OpenRequest, headers: AudioRequest['headers']) =>
        askForAudio({
            ...{ url, signal, lookup, ca, answerMs: idleMs },
            headers: { ...headers, ...(authorization === null ? {} : { authorization }) }
        });

    function toRecording(response: IncomingMessage, { signal }: OpenRequest): OpenedRecording {
        const { from, bytes } = readAnswer(response);
        if (bytes !== null && bytes > maxBytes) {
            response.destroy();
            throw new SourceError('too-large', `It has ${bytes} bytes, more than the ${maxBytes} that may come`);
        }
        const stream = guardStream(response, { signal, idleMs, totalMs, maxBytes: maxBytes - from });
        return { stream, from, bytes, version: versionOf(response.headers, bytes) };
    }

    return {
        name: 'url',
        mayHave: ({ url }) => url !== null,
        async open(recording, request) {
            const url = requireAllowed(recording.url, hosts);
            const ifRange = request.from > 0 ? ifRangeOf(request.version) : null;
            if (ifRange !== null) {
                const rest = await ask(url, request, { range: `bytes=${request.from}-`, 'if-range': ifRange });
                if (goesOn(rest, request)) return toRecording(rest, request);
                rest.destroy();
            }
            return toRecording(await ask(url, request, {}), request);
        }
    };
}

/** Not every server heeds If-Range, or answers with the range it was asked for. */
function goesOn(response: IncomingMessage, { from, version }: OpenRequest): boolean {
    if (response.statusCode === 416) return false;
    if (response.statusCode !== 206) return true;
    const answer = readAnswer(response);
    return answer.from === from && versionOf(response.headers, answer.bytes) === version;
}

/** Throws SourceError (forbidden). */
function requireAllowed(text: string | null, hosts: Parameters<typeof isUrlAllowed>[1]): URL {
    const url = URL.parse(text ?? '');
    if (!url || url.protocol !== 'https:') throw new SourceError('forbidden', 'The URL of a recording must be https');
    if (url.username || url.password) throw new SourceError('forbidden', 'The URL of a recording holds credentials');
    if (isUrlAllowed(url, hosts)) return url;
    throw new SourceError('forbidden', `RECORDING_URL_HOSTS does not allow ${url.host}`);
}
