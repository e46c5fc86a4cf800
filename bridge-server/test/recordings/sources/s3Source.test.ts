import { createS3Source } from '../../../src/recordings/sources/s3Source.ts';
import { startAudioServer } from './audioServer.ts';
import { openFaultyWay } from './faultyWay.ts';
import { type BucketServer, KEYS, startBucketServer } from './bucketServer.ts';
import { anew, describeSourceContract, IDLE_MS_OF_STAGES, sourceError, told } from './sourceContract.ts';
import { buffer } from 'node:stream/consumers';

const BUCKET = 'acme-recordings';
const configFor = (port: number, more: Partial<Parameters<typeof createS3Source>[0]> = {}) => ({
    bucket: BUCKET,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: KEYS,
    pathStyle: true,
    key: '{name}.{format}',
    ...more
});
const limits = { idleMs: IDLE_MS_OF_STAGES };

let buckets: BucketServer;
beforeEach(async () => {
    buckets = await startBucketServer(BUCKET);
});
afterEach(() => buckets.close());

describeSourceContract(
    'a bucket',
    async () => {
        const way = await openFaultyWay(buckets.port);
        const recording = told();
        return {
            source: createS3Source(configFor(way.port), limits),
            recording,
            put: (audio) => buckets.put(BUCKET, `${recording.name}.${recording.format}`, audio),
            goBad: way.goBad,
            close: way.close
        };
    },
    ['goes-on', 'goes-bad', 'removes']
);

test('the key is made of name and format, where the configuration says', async () => {
    const key = 'tenant/{format}/{name}-{name}.{format}';
    await buckets.put(BUCKET, 'tenant/mp3/11/a+b-11/a+b.mp3', Buffer.from('audio'));
    const source = createS3Source(configFor(buckets.port, { key }), limits);
    const { stream } = await source.open(told({ name: '11/a+b', format: 'mp3' }), anew());
    expect((await buffer(stream)).toString()).toBe('audio');
});

test('names that are unsafe are not asked for', async () => {
    const source = createS3Source(configFor(buckets.port), limits);
    const recording = told({ name: '../other-bucket/a' });
    expect(source.mayHave(recording)).toBe(false);
    await expect(source.open(recording, anew())).rejects.toEqual(sourceError('forbidden'));
    await expect(source.remove(recording)).rejects.toEqual(sourceError('forbidden'));
});

test.each([
    ['a secret that is wrong', { credentials: { ...KEYS, secretAccessKey: 'wrong' } }],
    ['an access key that nobody has', { credentials: { ...KEYS, accessKeyId: 'NOBODY' } }],
    ['a bucket that does not exist', { bucket: 'another-bucket' }]
])('%s is refused, and named without secrets', async (_what, more) => {
    const source = createS3Source(configFor(buckets.port, more), limits);
    const error: unknown = await source.open(told(), anew()).catch((caught: unknown) => caught);
    expect(error).toEqual(sourceError('refused'));
    expect(String(error)).not.toMatch(/wrong|NOBODY|another/);
    await expect(source.remove(told())).rejects.toEqual(sourceError('refused'));
});

test('a bucket whose server is away is unavailable', async () => {
    const away = await openFaultyWay(buckets.port);
    await away.close();
    const source = createS3Source(configFor(away.port), limits);
    await expect(source.open(told(), anew())).rejects.toEqual(sourceError('unavailable'));
    await expect(source.remove(told())).rejects.toEqual(sourceError('unavailable'));
});

describe('a server that answers for itself', () => {
    // the emulated buckets neither heed If-Match nor refuse by policy: what Amazon's do is played here
    const s3Error = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
    const answering = (status: number, code: string) =>
        startAudioServer('http', ({ headers }, response) => {
            if (headers['if-match'] === undefined && code === 'PreconditionFailed')
                return void response.writeHead(200, { etag: '"2"', 'content-length': 5 }).end('audio');
            response.writeHead(status, { 'content-type': 'application/xml' }).end(s3Error(code));
        });

    test.each([
        [403, 'AccessDenied', 'refused'],
        [403, 'ExpiredToken', 'refused'],
        [404, 'NoSuchKey', 'absent'],
        [500, 'InternalError', 'unavailable'],
        [503, 'SlowDown', 'unavailable']
    ] as const)('with %i %s means %s', async (status, code, meaning) => {
        const server = await answering(status, code);
        const source = createS3Source(configFor(server.port), limits);
        await expect(source.open(told(), anew())).rejects.toEqual(sourceError(meaning));
        await server.close();
    });

    test('that the object became another is read anew', async () => {
        const server = await answering(412, 'PreconditionFailed');
        const source = createS3Source(configFor(server.port), limits);
        const opened = await source.open(told(), { ...anew(), from: 3, version: '"1"' });
        expect(opened).toMatchObject({ from: 0, version: '"2"', bytes: 5 });
        expect((await buffer(opened.stream)).toString()).toBe('audio');
        expect(server.requests.map(({ headers }) => [headers.range, headers['if-match']])).toEqual([
            ['bytes=3-', '"1"'],
            [undefined, undefined]
        ]);
        await server.close();
    });
});
