import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type { ToldRecording } from '../../calls/recording.ts';
import type { S3Config } from '../../recordingsConfig.ts';
import { type OpenedRecording, type OpenRequest, type RecordingSource, SourceError } from '../recordingSource.ts';
import { guardStream, IDLE_MS } from './guardStream.ts';
import { recordingPath } from './recordingPath.ts';
import { isS3Error } from './s3Error.ts';
import { createS3Requests, type ObjectAddress } from './s3Requests.ts';

interface S3Limits {
    /** How long a request, or the next bytes of its body, may keep one waiting. */
    readonly idleMs?: number;
}

/** A bucket of Amazon S3, or of what speaks like it. The version is the object's ETag. */
export function createS3Source(config: S3Config, { idleMs = IDLE_MS }: S3Limits = {}): Required<RecordingSource> {
    const requests = createS3Requests(config, idleMs);

    const addressOf = (recording: ToldRecording): ObjectAddress => {
        if (recordingPath(recording) === null)
            throw new SourceError('forbidden', 'The name is none for an object in the bucket');
        return { Bucket: config.bucket, Key: keyOf(config.key, recording) };
    };

    /** Null: the object is another now, or has nothing after that byte. */
    async function openRest(object: ObjectAddress, { from, version, signal }: OpenRequest) {
        const wanted = { ...object, Range: `bytes=${from}-`, IfMatch: version ?? undefined };
        const answer = await requests.get(wanted, signal).catch((error: unknown) => {
            if (isS3Error(error, 'PreconditionFailed', 'InvalidRange')) return null;
            throw error;
        });
        // not every server that speaks like S3 heeds If-Match
        if (!answer || (answer.ETag === version && rangeOf(answer).from === from)) return answer;
        bodyOf(answer).destroy();
        return null;
    }

    return {
        name: 's3',
        mayHave: (recording) => recordingPath(recording) !== null,
        async open(recording, request): Promise<OpenedRecording> {
            const { from, version, signal } = request;
            const object = addressOf(recording);
            const rest = from > 0 && version !== null ? await openRest(object, request) : null;
            const answer = rest ?? (await requests.get(object, signal));
            const stream = guardStream(bodyOf(answer), { signal, idleMs });
            return { stream, ...rangeOf(answer), version: answer.ETag ?? null };
        },
        async remove(recording) {
            await requests.remove(addressOf(recording)).catch((error: unknown) => {
                if (!(error instanceof SourceError && error.code === 'absent')) throw error;
            });
        }
    };
}

const keyOf = (template: string, { name, format }: ToldRecording): string =>
    template.replace(/\{(name|format)\}/g, (_match, what) => (what === 'name' ? name : format));

function rangeOf(answer: Sdk.GetObjectCommandOutput): Pick<OpenedRecording, 'from' | 'bytes'> {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.ContentRange ?? '') ?? [];
    if (first === undefined || total === undefined) return { from: 0, bytes: answer.ContentLength ?? null };
    return { from: Number(first), bytes: Number(total) };
}

function bodyOf({ Body }: Sdk.GetObjectCommandOutput): Readable {
    if (Body instanceof Readable) return Body;
    throw new SourceError('unavailable', 'The bucket answered without audio');
}
