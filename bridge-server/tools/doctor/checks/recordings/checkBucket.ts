import { createRequire } from 'node:module';
import type * as Sdk from '@aws-sdk/client-s3';
import type { S3Config } from '../../../../src/recordingsConfig.ts';
import { type Finding, findingsOf } from '../../finding.ts';

const { ok, fail } = findingsOf('bucket');

const DEADLINE_MS = 5_000;

/** Whether the bucket is there and lets the bridge in. */
export async function checkBucket(s3: S3Config): Promise<Finding[]> {
    // loaded only where there is a bucket: it is large
    const { HeadBucketCommand, S3Client } = createRequire(import.meta.url)('@aws-sdk/client-s3') as typeof Sdk;
    const client = new S3Client({
        region: s3.region,
        forcePathStyle: s3.pathStyle,
        maxAttempts: 1,
        requestHandler: { connectionTimeout: DEADLINE_MS, requestTimeout: DEADLINE_MS },
        ...(s3.endpoint !== null && { endpoint: s3.endpoint }),
        ...(s3.credentials !== null && { credentials: s3.credentials })
    });
    const place = `${s3.bucket}${s3.endpoint === null ? '' : ` at ${s3.endpoint}`}`;
    try {
        const abortSignal = AbortSignal.timeout(DEADLINE_MS);
        await client.send(new HeadBucketCommand({ Bucket: s3.bucket }), { abortSignal });
        return [ok(`${place} lets the bridge in`)];
    } catch (error) {
        return [refusal(error, place)];
    } finally {
        client.destroy();
    }
}

function refusal(error: unknown, place: string): Finding {
    const { status, region, name } = readFailure(error);
    switch (status) {
        case 301:
        case 400:
            return fail(
                `${place} is in another region${region === null ? '' : `, ${region}`} (${status})`,
                `S3_REGION=${region ?? 'the region of the bucket'}`
            );
        case 401:
        case 403:
            return fail(
                `${place} refuses the bridge (${status})`,
                'check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY; they need s3:ListBucket on the bucket and s3:GetObject on what is in it, and s3:DeleteObject with RECORDING_DELETE_AT_SOURCE=on'
            );
        case 404:
            return fail(
                `${place} does not exist`,
                'check S3_BUCKET; where the bucket stands in the path, S3_PATH_STYLE=on'
            );
        default:
            return fail(
                `${place} does not answer (${status ?? name})`,
                'check S3_ENDPOINT and S3_REGION, the way there, and, without S3_ACCESS_KEY_ID, whether this machine has credentials'
            );
    }
}

/** What the SDK's errors carry. */
function readFailure(error: unknown) {
    if (!(error instanceof Error)) return { status: null, region: null, name: 'unknown' };
    const { $metadata: metadata, $response: response } = error as Error & {
        $metadata?: { httpStatusCode?: number };
        $response?: { headers?: Readonly<Record<string, string>> };
    };
    return {
        status: metadata?.httpStatusCode ?? null,
        region: response?.headers?.['x-amz-bucket-region'] ?? null,
        name: error.name
    };
}
