import { createRequire } from 'node:module';
import type * as Sdk from '@aws-sdk/client-s3';
import type { S3Config } from '../../recordingsConfig.ts';
import { silent, stopped } from './guardStream.ts';
import { toSourceError } from './s3Error.ts';

const CONNECT_MS = 5_000;
/** Whoever copies tries again by themselves. */
const MAX_ATTEMPTS = 2;

export interface ObjectAddress {
    readonly Bucket: string;
    readonly Key: string;
}

/** The requests to a bucket, each answered within `answerMs`; a body that comes has limits of its own. */
export interface S3Requests {
    /** Throws SourceError. */
    get(
        wanted: ObjectAddress & { readonly Range?: string; readonly IfMatch?: string },
        signal: AbortSignal
    ): Promise<Sdk.GetObjectCommandOutput>;
    /** Throws SourceError. */
    remove(object: ObjectAddress): Promise<void>;
}

/** The SDK is loaded by the first request: a bridge whose recordings are elsewhere does without its 30 MB. */
export function createS3Requests(config: S3Config, answerMs: number): S3Requests {
    let opened: { readonly sdk: typeof Sdk; readonly client: Sdk.S3Client } | null = null;

    function open() {
        if (opened) return opened;
        const sdk = createRequire(import.meta.url)('@aws-sdk/client-s3') as typeof Sdk;
        opened = { sdk, client: new sdk.S3Client(clientOptions(config, answerMs)) };
        return opened;
    }

    async function within<T>(signal: AbortSignal, send: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
        if (signal.aborted) throw stopped(signal);
        // its own: what aborted the request later would break its body off
        const abortion = new AbortController();
        const deadline = setTimeout(() => abortion.abort(silent(answerMs)), answerMs);
        const abort = () => abortion.abort(stopped(signal));
        signal.addEventListener('abort', abort);
        try {
            return await send(abortion.signal);
        } catch (error) {
            throw toSourceError(abortion.signal.aborted ? abortion.signal.reason : error);
        } finally {
            clearTimeout(deadline);
            signal.removeEventListener('abort', abort);
        }
    }

    return {
        get(wanted, signal) {
            const { sdk, client } = open();
            return within(signal, (abortSignal) => client.send(new sdk.GetObjectCommand(wanted), { abortSignal }));
        },
        async remove(object) {
            const { sdk, client } = open();
            const { signal } = new AbortController();
            await within(signal, (abortSignal) => client.send(new sdk.DeleteObjectCommand(object), { abortSignal }));
        }
    };
}

const clientOptions = (config: S3Config, answerMs: number) => ({
    region: config.region,
    endpoint: config.endpoint ?? undefined,
    credentials: config.credentials ?? undefined,
    forcePathStyle: config.pathStyle,
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: answerMs, throwOnRequestTimeout: true }
});
