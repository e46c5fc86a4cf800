import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkBucket } from '../../../tools/doctor/checks/recordings/checkBucket.ts';

let server: Server;
let asked: string[];
let answer: { status: number; headers?: Readonly<Record<string, string>> };
beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.writeHead(answer.status, answer.headers).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
});
afterEach(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const check = (endpoint = url()) =>
    checkBucket({
        bucket: 'acme-recordings',
        region: 'us-east-1',
        endpoint,
        credentials: { accessKeyId: 'key', secretAccessKey: 'not-to-be-told' },
        pathStyle: true,
        key: '{name}.{format}'
    });

test('a bucket that lets the bridge in', async () => {
    answer = { status: 200 };
    expect(await check()).toEqual([
        { check: 'bucket', level: 'ok', saw: `acme-recordings at ${url()} lets the bridge in` }
    ]);
    expect(asked).toEqual([expect.stringMatching(/^HEAD \/acme-recordings\/?$/)]);
});

test.each([
    [403, {}, 'refuses the bridge (403)', 's3:GetObject'],
    [404, {}, 'does not exist', 'S3_BUCKET'],
    [301, { 'x-amz-bucket-region': 'sa-east-1' }, 'in another region, sa-east-1', 'S3_REGION=sa-east-1'],
    [503, {}, 'does not answer (503)', 'S3_ENDPOINT']
])('one that answers %d', async (status, headers, saw, todo) => {
    answer = { status, headers };
    const [finding] = await check();
    expect(finding).toMatchObject({ saw: expect.stringContaining(saw), todo: expect.stringContaining(todo) });
    expect(finding?.level).toBe('fail');
    expect(JSON.stringify(finding)).not.toContain('not-to-be-told');
});

test('nobody answers', async () => {
    expect(await check('http://127.0.0.1:9')).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('does not answer') })
    ]);
});
