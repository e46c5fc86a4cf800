import { createUrlSource, type UrlSourceOptions } from '../../../src/recordings/sources/urlSource.ts';
import { audioAnswer, type Kept } from './audioAnswer.ts';
import { type AudioServer, CERTIFICATE, startAudioServer } from './audioServer.ts';
import { openFaultyWay } from './faultyWay.ts';
import { anew, describeSourceContract, IDLE_MS_OF_STAGES, sourceError, told } from './sourceContract.ts';
import { buffer } from 'node:stream/consumers';

const limits = { authorization: null, maxBytes: 10_000_000, idleMs: IDLE_MS_OF_STAGES, ca: CERTIFICATE };

for (const [what, tells, heeds] of [
    ['a server that tells ETags', 'etag', 'if-range'],
    ['a server that does not heed If-Range', 'etag', 'nothing'],
    ['a server that tells when its audio was modified', 'last-modified', 'if-range'],
    ['a server that tells no versions', 'nothing', 'if-range']
] as const)
    describeSourceContract(
        what,
        async () => {
            let kept: Kept | undefined;
            let second = 0;
            const server = await startAudioServer(
                'https',
                audioAnswer(() => kept, tells, heeds)
            );
            const way = await openFaultyWay(server.port);
            return {
                source: createUrlSource({ ...limits, hosts: [`127.0.0.1:${way.port}`] }),
                recording: told({ url: `https://127.0.0.1:${way.port}/recordings/1.wav` }),
                // the clock of HTTP knows whole seconds
                put: (audio) => Promise.resolve(void (kept = { audio, modified: new Date((second += 1000)) })),
                goBad: way.goBad,
                close: async () => void (await Promise.all([way.close(), server.close()]))
            };
        },
        tells === 'nothing' ? ['goes-bad'] : ['goes-on', 'goes-bad']
    );

let server: AudioServer;
let answer: Parameters<typeof startAudioServer>[1];
beforeEach(async () => {
    answer = (_request, response) => void response.end('audio');
    server = await startAudioServer('https', (request, response) => answer(request, response));
});
afterEach(() => server.close());

const host = () => `127.0.0.1:${server.port}`;
const open = (options: Partial<UrlSourceOptions> = {}, url = `https://${host()}/1.wav`) =>
    createUrlSource({ ...limits, hosts: [host()], ...options }).open(told({ url }), anew());

test('only recordings with a URL are asked of it, and it removes none', () => {
    const source = createUrlSource({ ...limits, hosts: [] });
    expect(source.mayHave(told({ url: 'https://media.vendor.com/1' }))).toBe(true);
    expect(source.mayHave(told())).toBe(false);
    expect(source.remove).toBeUndefined();
});

test('is asked with the credentials that were given for it', async () => {
    (await open({ authorization: 'Bearer abc' })).stream.destroy();
    (await open()).stream.destroy();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer abc', undefined]);
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed, not even to the same host', async (status) => {
    answer = ({ url }, response) =>
        void (url === '/1.wav' ? response.writeHead(status, { location: '/2.wav' }).end() : response.end('audio'));
    await expect(open()).rejects.toEqual(sourceError('forbidden'));
    expect(server.requests).toHaveLength(1);
});

test.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'absent'],
    [410, 'absent'],
    [204, 'unavailable'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable']
] as const)('an answer with %i means %s', async (status, code) => {
    answer = (_request, response) => void response.writeHead(status).end();
    await expect(open()).rejects.toEqual(sourceError(code));
});

test('a page to sign in at is not taken for audio', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Login');
    await expect(open()).rejects.toEqual(sourceError('refused'));
});

test('audio that comes compressed, though it was asked not to, is not taken', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    await expect(open()).rejects.toEqual(sourceError('unavailable'));
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
});

test('a certificate that nobody trusts is unavailable', async () => {
    await expect(open({ ca: undefined })).rejects.toEqual(sourceError('unavailable'));
    expect(server.requests).toEqual([]);
});

test('a part that is not the rest is not taken for it', async () => {
    answer = (_request, response) =>
        void response.writeHead(206, { 'content-range': 'bytes 0-4/10', etag: '"1"' }).end('audio');
    await expect(open()).rejects.toEqual(sourceError('unavailable'));
});

describe('too large', () => {
    test('is known by what the server says, before a byte is read', async () => {
        answer = (_request, response) => void response.writeHead(200, { 'content-length': 6 }).end('audio!');
        await expect(open({ maxBytes: 5 })).rejects.toEqual(sourceError('too-large'));
        const { stream, bytes } = await open({ maxBytes: 6 });
        expect(bytes).toBe(6);
        expect((await buffer(stream)).toString()).toBe('audio!');
    });

    test('is noticed while it comes, when the server did not say', async () => {
        answer = (_request, response) => {
            const write = () => {
                while (response.write(Buffer.alloc(65_536)) && !response.destroyed);
            };
            response.on('drain', write);
            write();
        };
        const { stream, bytes } = await open({ maxBytes: 1_000_000 });
        expect(bytes).toBeNull();
        await expect(buffer(stream)).rejects.toEqual(sourceError('too-large'));
    });
});

describe('a server that drips', () => {
    let dripping: NodeJS.Timeout;
    afterEach(() => clearInterval(dripping));

    test('audio runs into the limit of time', async () => {
        answer = (_request, response) => void (dripping = setInterval(() => response.write('x'), 20));
        const { stream } = await open({ totalMs: 500 });
        await expect(buffer(stream)).rejects.toEqual(sourceError('unavailable'));
    });

    test('headers runs into the limit for an answer', async () => {
        answer = ({ socket }) => {
            socket.write('HTTP/1.1 200 OK\r\n');
            dripping = setInterval(() => socket.write('x-more: x\r\n'), 20);
        };
        await expect(open()).rejects.toEqual(sourceError('unavailable'));
    });
});
