import { randomUUID } from 'node:crypto';
import { rmSync, truncateSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Problem, RecordingTicket } from '../../../src/contract/agentApi.ts';
import { type Hearing, startHearing } from '../../support/hearing.ts';
import { type PrivateOrg, startPrivateOrg } from '../../support/privateOrg.ts';
import { type RecordingValues, SOUND } from '../../support/recordedCall.ts';

let org: PrivateOrg;
let hearing: Hearing;
let caseId: string;

beforeAll(async () => {
    org = await startPrivateOrg();
    hearing = await startHearing({ org });
    caseId = await org.createCase('ana@local.org');
});
afterAll(async () => {
    await hearing.close();
    await org.close();
});

const newCall = async (...recordings: RecordingValues[]) => {
    const protocol = `p-${randomUUID().slice(0, 8)}`;
    await hearing.insertCall(protocol, caseId, recordings);
    return protocol;
};
const askTicket = async (protocol: string) =>
    fetch(hearing.address(protocol, '/ticket'), { method: 'POST', headers: await hearing.softphone('ana@local.org') });
const partsOf = async (protocol: string) => ((await (await askTicket(protocol)).json()) as RecordingTicket).parts;
const urlOf = async (protocol: string) => (await partsOf(protocol))[0]?.url ?? '';
const problemOf = async (response: Response) => {
    const { type } = (await response.json()) as Problem;
    return [response.status, type.split(':')[2]];
};

describe('a range', () => {
    let url: string;
    beforeAll(async () => {
        url = await urlOf(await newCall({}));
    });

    test.each([
        ['bytes=0-0', 206, 'bytes 0-0/1000', SOUND.subarray(0, 1)],
        ['bytes=10-19', 206, 'bytes 10-19/1000', SOUND.subarray(10, 20)],
        ['bytes=990-', 206, 'bytes 990-999/1000', SOUND.subarray(990)],
        ['bytes=990-5000', 206, 'bytes 990-999/1000', SOUND.subarray(990)],
        ['bytes=-5', 206, 'bytes 995-999/1000', SOUND.subarray(995)],
        ['bytes=-5000', 206, 'bytes 0-999/1000', SOUND],
        ['bytes=0-1,5-6', 200, null, SOUND],
        ['bytes=a-b', 200, null, SOUND],
        ['seconds=1-2', 200, null, SOUND]
    ])('%s is answered %d', async (range, status, contentRange, bytes) => {
        const answer = await fetch(url, { headers: { range } });
        expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
        expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    });

    test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=5-2'])(
        '%s has no bytes: 416, and how many bytes there are',
        async (range) => {
            const answer = await fetch(url, { headers: { range } });
            expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
            expect(answer.headers.get('content-type')).toContain('problem+json');
            expect(answer.headers.get('content-disposition')).toBeNull();
        }
    );

    test.each([
        ['if-match', '"x"', 412],
        ['if-match', '*', 412],
        ['if-unmodified-since', 'Mon, 23 Nov 2020 00:00:00 GMT', 412],
        ['if-none-match', '"x"', 200],
        ['if-modified-since', 'Mon, 23 Nov 2099 00:00:00 GMT', 200]
    ])('under the condition %s: %s it is answered %d', async (condition, value, status) => {
        const answer = await fetch(url, { headers: { [condition]: value } });
        expect(answer.status).toBe(status);
        await answer.arrayBuffer();
    });

    test('the headers let a player seek, and nobody keep or guess', async () => {
        const answer = await fetch(url, { method: 'HEAD' });
        expect(Object.fromEntries(answer.headers)).toMatchObject({
            'accept-ranges': 'bytes',
            'content-length': '1000',
            'content-type': 'audio/wav',
            'cache-control': 'private, no-store',
            'content-security-policy': expect.stringContaining("default-src 'none'"),
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff'
        });
        expect((await answer.arrayBuffer()).byteLength).toBe(0);
    });
});

test('the end of more than two gigabytes comes at once', async () => {
    const protocol = await newCall({});
    const bytes = 2_362_232_012;
    const { rows } = await hearing.database.query<{ file: string }>(
        'UPDATE recordings SET bytes = $2 WHERE call_id = $1 RETURNING file',
        [`test:${protocol}`, bytes]
    );
    truncateSync(join(hearing.folder, rows[0]?.file ?? ''), bytes);
    const answer = await fetch(await urlOf(protocol), { headers: { range: 'bytes=-7' } });
    expect(answer.headers.get('content-range')).toBe(`bytes ${bytes - 7}-${bytes - 1}/${bytes}`);
    expect((await answer.arrayBuffer()).byteLength).toBe(7);
});

test.each([
    ['wav', 'audio/wav', 'wav'],
    ['mp3', 'audio/mpeg', 'mp3'],
    ['opus', 'audio/ogg', 'opus'],
    ['gsm', 'audio/x-gsm', 'gsm']
])('%s is served as %s, under the name of its protocol', async (format, contentType, extension) => {
    const protocol = await newCall({ format });
    const [part] = await partsOf(protocol);
    expect(part).toMatchObject({ contentType, playable: format !== 'gsm' });
    const [heard, saved] = [await fetch(part?.url ?? ''), await fetch(part?.downloadUrl ?? '')];
    expect(heard.headers.get('content-type')).toBe(contentType);
    expect(heard.headers.get('content-disposition')).toBe(`inline; filename="${protocol}.${extension}"`);
    expect(saved.headers.get('content-disposition')).toBe(`attachment; filename="${protocol}.${extension}"`);
});

test('each of several recordings has its own address and name', async () => {
    const protocol = await newCall(
        { audio: Buffer.from('first') },
        { audio: Buffer.from('second') },
        { state: 'waiting' }
    );
    const parts = await partsOf(protocol);
    expect(parts.map(({ url }) => new URL(url).pathname)).toEqual([
        `/recordings/${protocol}/1`,
        `/recordings/${protocol}/2`
    ]);
    const second = await fetch(parts[1]?.url ?? '');
    expect(await second.text()).toBe('second');
    expect(second.headers.get('content-disposition')).toContain(`${protocol}-2.wav`);
    const whole = await fetch(parts[0]?.url.replace('/1?', '?') ?? '');
    expect(await whole.text()).toBe('first');
});

test.each<[string, RecordingValues[], number, string]>([
    ['on its way', [{ state: 'waiting' }], 409, 'recording-not-ready'],
    ['that was lost', [{ state: 'failed' }], 404, 'recording-lost'],
    ['whose time is over', [{ state: 'retention' }], 410, 'recording-deleted'],
    ['that was erased', [{ state: 'erased' }], 410, 'recording-deleted'],
    ['that there never was', [], 404, 'not-recorded']
])('a recording %s is a problem by name', async (_name, recordings, status, name) => {
    const answer = await askTicket(await newCall(...recordings));
    expect(await problemOf(answer)).toEqual([status, name]);
    expect(answer.headers.get('retry-after')).toBe(status === 409 ? '2' : null);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test.each<['retention' | 'erased']>([['retention'], ['erased']])(
    'says when and why it was deleted: %s',
    async (kind) => {
        const problem = (await (await askTicket(await newCall({ state: kind }))).json()) as Problem;
        expect(problem.deletion).toEqual({ at: expect.stringMatching(/^\d{4}-/), kind });
    }
);

test('a call without a Case is nobody’s to hear, and an unknown protocol nobody’s', async () => {
    await hearing.insertCall('without-case', null, [{}]);
    expect(await problemOf(await askTicket('without-case'))).toEqual([403, 'no-case']);
    expect(await problemOf(await askTicket('p-nowhere'))).toEqual([404, 'protocol-unknown']);
});

test('what is deleted while it is played is gone with the next request', async () => {
    const protocol = await newCall({});
    const url = await urlOf(protocol);
    expect((await fetch(url)).status).toBe(200);
    await hearing.database.query(
        `UPDATE recordings SET deletion_kind = 'erased', deletion_by = 'x', deletion_reason = 'x', deletion_at = now(), deleted_at = now()
         WHERE call_id = $1`,
        [`test:${protocol}`]
    );
    rmSync(join(hearing.folder, '2026'), { recursive: true });
    expect(await problemOf(await fetch(url))).toEqual([410, 'recording-deleted']);
});

test('a file that is missing although nobody deleted it is no end of asking', async () => {
    const url = await urlOf(await newCall({}));
    rmSync(join(hearing.folder, '2026'), { recursive: true });
    expect(await problemOf(await fetch(url))).toEqual([500, 'recording-missing']);
});

/** As it is: fetch would tidy the path up. */
const statusOfPath = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
        request(`${hearing.url}`, { path, headers: { accept: '*/*' } }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
        })
            .on('error', reject)
            .end();
    });

test.each([
    '/recordings/..%2f..%2fetc%2fpasswd',
    '/recordings/../../etc/passwd',
    '/recordings/%2e%2e/secret',
    '/recordings/p%00',
    '/recordings/p/..%2f1',
    '/recordings/p/0',
    '/recordings/p/-1',
    '/recordings/p/1e9',
    '/recordings/p/1/2',
    '/recordings/%E0%A4%A',
    `/recordings/${'x'.repeat(65)}`
])('nothing lies at %s', async (path) => {
    expect([400, 401, 404]).toContain(await statusOfPath(path));
    const { ticket } = Object.fromEntries(new URL(await urlOf(await newCall({}))).searchParams);
    expect([400, 401, 404]).toContain(await statusOfPath(`${path}?ticket=${ticket}`));
});
