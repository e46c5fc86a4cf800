import type { HeardParts, HeardRecording } from '../../calls/listening.ts';
import type { RecordingPart } from '../../contract/recordings.ts';
import { audioFormatOf } from '../formats.ts';
import type { ReadyPart } from './readyParts.ts';

/** The file, and what it is called when somebody saves it. */
export function toHeardRecording(
    { protocol, isOneOfSeveral }: { protocol: string; isOneOfSeveral: boolean },
    { part, format, copy }: ReadyPart,
    pathOf: (file: string) => string
): HeardRecording {
    const { contentType, extension } = audioFormatOf(format);
    const fileName = `${protocol}${isOneOfSeveral ? `-${part}` : ''}.${extension}`;
    return { kind: 'audio', path: pathOf(copy.file), bytes: copy.bytes, contentType, fileName };
}

/** A recording as a player in the softphone is told of it. */
export function toRecordingPart({ format, copy }: ReadyPart, url: string): RecordingPart {
    const { contentType, playable } = audioFormatOf(format);
    const { bytes, durationMs, peaks } = copy;
    const downloadUrl = `${url}&download=1`;
    return { url, downloadUrl, contentType, playable, bytes, durationMs, peaks: peaks && [...peaks] };
}

/** What a person in a browser chooses from. */
export const toChoice = (
    { protocol, parts }: { protocol: string; parts: readonly ReadyPart[] },
    who: string
): HeardParts => ({
    kind: 'parts',
    protocol,
    who,
    parts: parts.map(({ part, format, copy: { durationMs } }) => ({
        part,
        durationMs,
        playable: audioFormatOf(format).playable
    }))
});
