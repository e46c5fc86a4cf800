import type { IncomingMessage } from 'node:http';
import type { OpenedRecording } from '../recordingSource.ts';
import { SourceError } from '../recordingSource.ts';

/**
 * What an HTTP answer says of the audio in its body. Throws SourceError where it brings none, and then ends it.
 *
 * - redirects are followed nowhere: `forbidden`
 * - 401 and 403, and pages in place of audio: `refused`
 * - 404 and 410: `absent`
 */
export function readAnswer(response: IncomingMessage): Pick<OpenedRecording, 'from' | 'bytes'> {
    try {
        return readHead(response);
    } catch (error) {
        response.destroy();
        throw error;
    }
}

function readHead({ statusCode = 0, headers }: IncomingMessage): Pick<OpenedRecording, 'from' | 'bytes'> {
    if (statusCode >= 300 && statusCode < 400)
        throw new SourceError('forbidden', `It redirects elsewhere (${statusCode}), which the bridge does not follow`);
    if (statusCode === 401 || statusCode === 403)
        throw new SourceError('refused', `It does not let the bridge in (${statusCode})`);
    if (statusCode === 404 || statusCode === 410) throw new SourceError('absent', `It is not there (${statusCode})`);
    if (statusCode !== 200 && statusCode !== 206)
        throw new SourceError('unavailable', `It answered with ${statusCode}`);
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
        throw new SourceError('unavailable', 'It sends its audio compressed, though it was asked not to');
    if (headers['content-type']?.startsWith('text/'))
        throw new SourceError('refused', 'It gives a page in place of audio');
    return statusCode === 206
        ? readRange(headers['content-range'])
        : { from: 0, bytes: readLength(headers['content-length']) };
}

function readRange(contentRange: string | undefined): Pick<OpenedRecording, 'from' | 'bytes'> {
    const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(contentRange ?? '') ?? [];
    // a part that ends before the audio does would be taken for the rest of it
    if (first === undefined || last === undefined || total === undefined || !isToTheEnd(last, total))
        throw new SourceError('unavailable', 'It answers with another part than it was asked for');
    return { from: Number(first), bytes: total === '*' ? null : Number(total) };
}

const isToTheEnd = (last: string, total: string) => total === '*' || Number(last) === Number(total) - 1;

const readLength = (contentLength: string | undefined): number | null =>
    contentLength === undefined ? null : Number(contentLength);
