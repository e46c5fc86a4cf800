import { createAriSource } from '../../../src/recordings/sources/ariSource.ts';
import { type Answer, type AudioServer, startAudioServer } from './audioServer.ts';
import { openFaultyWay } from './faultyWay.ts';
import { anew, describeSourceContract, IDLE_MS_OF_STAGES, sourceError, told } from './sourceContract.ts';

const LOGIN = { username: 'bridge', password: 'ari secret' };
const AUTHORIZATION = `Basic ${Buffer.from('bridge:ari secret').toString('base64')}`;
const STORED = /^\/ari\/recordings\/stored\/([^/]+)(\/file)?$/;

/** As an Asterisk 22 answers: no ranges, no versions, a recording by its name alone. */
function asteriskAnswer(stored: Map<string, { audio: Buffer; extension: string }>): Answer {
    return (request, response) => {
        const [, encoded, file] = STORED.exec(request.url ?? '') ?? [];
        const name = decodeURIComponent(encoded ?? '');
        const found = stored.get(name);
        const say = (status: number, message: string) =>
            response
                .writeHead(status, { 'content-type': 'application/json' })
                .end(status === 204 ? undefined : JSON.stringify({ message }));
        if (request.headers.authorization !== AUTHORIZATION) return void say(401, 'Authentication required');
        if (encoded === undefined) return void say(404, 'Resource not found');
        if (!found) return void say(404, 'Recording not found');
        if (request.method === 'DELETE') {
            stored.delete(name);
            return void say(204, '');
        }
        if (file === undefined) return void say(405, 'Invalid method');
        response.writeHead(200, {
            'content-type': `audio/${found.extension}`,
            'content-length': found.audio.length
        });
        response.end(found.audio);
    };
}

describeSourceContract(
    'an Asterisk',
    async () => {
        const stored = new Map<string, { audio: Buffer; extension: string }>();
        const server = await startAudioServer('http', asteriskAnswer(stored));
        const way = await openFaultyWay(server.port);
        const recording = told();
        const url = `http://127.0.0.1:${way.port}`;
        return {
            source: createAriSource({ ...LOGIN, url, telephony: 'asterisk', idleMs: IDLE_MS_OF_STAGES }),
            recording,
            put: (audio) => Promise.resolve(void stored.set(recording.name, { audio, extension: 'wav' })),
            goBad: way.goBad,
            close: async () => void (await Promise.all([way.close(), server.close()]))
        };
    },
    ['goes-bad', 'removes']
);

let server: AudioServer;
let answer: Answer;
beforeEach(async () => {
    answer = (_request, response) => void response.writeHead(500).end();
    server = await startAudioServer('http', (request, response) => answer(request, response));
});
afterEach(() => server.close());

const sourceAt = (path = '', login = LOGIN) =>
    createAriSource({
        ...login,
        url: `http://127.0.0.1:${server.port}${path}`,
        telephony: 'asterisk',
        idleMs: IDLE_MS_OF_STAGES
    });

test('only recordings of its own telephony side, with names that are safe, are asked of it', () => {
    expect(sourceAt().mayHave(told())).toBe(true);
    expect(sourceAt().mayHave(told({ callId: 'webhook:1' }))).toBe(false);
    expect(sourceAt().mayHave(told({ name: '../../asterisk/info' }))).toBe(false);
});

test('a name that leads elsewhere is not sent', async () => {
    for (const name of ['../../asterisk/info', 'a/../b', '.', 'a?b', 'a#b', '%2e%2e'])
        await expect(sourceAt().open(told({ name }), anew())).rejects.toEqual(sourceError('forbidden'));
    expect(server.requests).toEqual([]);
});

test('folders in a name are encoded, and an address with a prefix is kept', async () => {
    await expect(sourceAt('/pbx/').open(told({ name: '2026/a b+c' }), anew())).rejects.toEqual(
        sourceError('unavailable')
    );
    expect(server.requests[0]?.url).toBe('/pbx/ari/recordings/stored/2026%2Fa%20b%2Bc/file');
});

test('a password that is wrong is refused, for removing, too', async () => {
    answer = asteriskAnswer(new Map());
    const source = sourceAt('', { username: 'bridge', password: 'wrong' });
    await expect(source.open(told(), anew())).rejects.toEqual(sourceError('refused'));
    await expect(source.remove(told())).rejects.toEqual(sourceError('refused'));
});

test('a redirect is not followed', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end();
    await expect(sourceAt().open(told(), anew())).rejects.toEqual(sourceError('forbidden'));
    await expect(sourceAt().remove(told())).rejects.toEqual(sourceError('forbidden'));
    expect(server.requests.map(({ url }) => url)).not.toContain('/elsewhere');
});

test('the same name in another format is absent', async () => {
    answer = asteriskAnswer(new Map([[told().name, { audio: Buffer.from('audio'), extension: 'gsm' }]]));
    await expect(sourceAt().open(told({ format: 'wav' }), anew())).rejects.toEqual(sourceError('absent'));
    const { stream } = await sourceAt().open(told({ format: 'gsm' }), anew());
    stream.destroy();
});

test('a PBX that is away is unavailable', async () => {
    const source = sourceAt();
    await server.close();
    await expect(source.open(told(), anew())).rejects.toEqual(sourceError('unavailable'));
    await expect(source.remove(told())).rejects.toEqual(sourceError('unavailable'));
    server = await startAudioServer('http', () => undefined);
});
