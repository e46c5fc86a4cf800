import { createHash } from 'node:crypto';
import type { Answer } from './audioServer.ts';

export interface Kept {
    readonly audio: Buffer;
    /** When it was put there. */
    readonly modified: Date;
}

/**
 * As a server for files answers, with ranges.
 *
 * @param tells by what it tells one version from the next
 * @param heeds whether it heeds `If-Range`, as it should
 */
export function audioAnswer(
    audioOf: (path: string) => Kept | undefined,
    tells: 'etag' | 'last-modified' | 'nothing' = 'etag',
    heeds: 'if-range' | 'nothing' = 'if-range'
): Answer {
    return (request, response) => {
        const kept = audioOf(request.url ?? '');
        if (!kept) return void response.writeHead(404).end();
        const { audio, modified } = kept;
        const etag = `"${createHash('md5').update(audio).digest('hex')}"`;
        const version = tells === 'etag' ? etag : tells === 'last-modified' ? modified.toUTCString() : null;
        const headers = { 'content-type': 'audio/wav', ...(version === null ? {} : { [tells]: version }) };
        const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
        const isSame = heeds === 'nothing' || request.headers['if-range'] === version;
        if (from > 0 && isSame && from >= audio.length)
            return void response.writeHead(416, { ...headers, 'content-range': `bytes */${audio.length}` }).end();
        if (from > 0 && isSame) {
            const contentRange = `bytes ${from}-${audio.length - 1}/${audio.length}`;
            const length = audio.length - from;
            response.writeHead(206, { ...headers, 'content-range': contentRange, 'content-length': length });
            return void response.end(audio.subarray(from));
        }
        response.writeHead(200, { ...headers, 'content-length': audio.length });
        response.end(audio);
    };
}
