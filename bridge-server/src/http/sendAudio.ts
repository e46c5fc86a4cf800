import type { Request, Response } from 'express';
import type { HeardRecording } from '../calls/listening.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

/** Lets the browser's own player show itself, and nothing else. */
const POLICY =
    "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Sends a recording, or the range of it that was asked for. Resolves to false, with nothing sent, when the file is gone.
 * Throws RequestRefused (412, 416).
 */
export function sendAudio(response: Response, audio: HeardRecording, saved: boolean): Promise<boolean> {
    response.set({
        'Content-Type': audio.contentType,
        'Content-Disposition': `${saved ? 'attachment' : 'inline'}; filename="${audio.fileName}"`,
        'Content-Security-Policy': POLICY
    });
    askForAllThereIs(response.req, audio.bytes);
    return new Promise<boolean>((resolve, reject) => {
        response.sendFile(audio.path, SEND_OPTIONS, (error?: SendError) => {
            // a player that seeks breaks off and asks again
            if (!error || response.headersSent || error.code === 'ECONNABORTED') return resolve(true);
            for (const header of ['Content-Disposition', 'Content-Security-Policy']) response.removeHeader(header);
            if (error.code === 'ENOENT') return resolve(false);
            reject(refusalOf(error));
        });
    });
}

const SUFFIX_RANGE = /^bytes=-(\d+)$/;

/** The last bytes of what has fewer are all of them (RFC 9110, 14.1.2); `send` knows no such range. */
function askForAllThereIs({ headers }: Request, bytes: number): void {
    const wanted = SUFFIX_RANGE.exec(headers.range ?? '')?.[1];
    if (wanted !== undefined && Number(wanted) > bytes) headers.range = 'bytes=0-';
}

/** The store's folder may lie below a hidden one; what is never kept needs nothing to be compared by. */
const SEND_OPTIONS = { cacheControl: false, dotfiles: 'allow', etag: false, lastModified: false } as const;

interface SendError extends Error {
    readonly code?: string;
    readonly status?: number;
}

function refusalOf(error: SendError): Error {
    switch (error.status) {
        case 412:
            return new RequestRefused(412, 'Ask without conditions: a recording has neither ETag nor Last-Modified.');
        case 416:
            return new RequestRefused(
                416,
                'Ask for bytes that the recording has: Content-Range says how many there are.'
            );
        default:
            return new Error('The recording could not be read', { cause: error });
    }
}
