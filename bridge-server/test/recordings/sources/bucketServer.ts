import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The only ones that the server knows. */
export const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export interface BucketServer {
    /** On 127.0.0.1. */
    readonly port: number;
    put(bucket: string, key: string, audio: Buffer): Promise<void>;
    close(): Promise<void>;
}

/** As much of the library as is used: it has no types of its own. */
interface S3rver {
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
    readonly logger: { readonly exceptions: { unhandle(): void } };
}
type S3rverClass = new (options: Readonly<Record<string, unknown>>) => S3rver;

/** A server that speaks like S3 and checks signatures, with one bucket that is empty. */
export async function startBucketServer(bucket: string): Promise<BucketServer> {
    const directory = await mkdtemp(join(tmpdir(), 'buckets-'));
    const Library = createRequire(import.meta.url)('@20minutes/s3rver') as S3rverClass;
    const s3rver = new Library({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
    await s3rver.configureBuckets();
    // not by its own `run`, which leaves no way to end connections that are kept alive
    const server = createServer(s3rver.callback());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new S3Client({
        ...{ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true },
        credentials: KEYS
    });
    return {
        port,
        put: async (name, key, audio) =>
            void (await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: audio }))),
        async close() {
            client.destroy();
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
            // otherwise it listens for what the whole process does not catch
            s3rver.logger.exceptions.unhandle();
            await rm(directory, { recursive: true, force: true });
        }
    };
}
