import pino from 'pino';
import { type AriOptions, createAriClient } from '../../../../src/telephony/asterisk/ari/ariClient.ts';
import { startAriServer } from './ariServer.ts';

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
    for (const stop of running.splice(0).reverse()) await stop();
});

async function startServer(port?: number) {
    const server = await startAriServer(port);
    running.push(server.stop);
    return server;
}

function connect(url: string, options: Partial<AriOptions> = {}) {
    const log = pino({ level: 'silent' });
    const client = createAriClient({ url, username: 'bridge', password: 'çé:1', log, maxBackoffMs: 20, ...options });
    running.push(client.close);
    return client;
}

test('registers an application of its own, with the password in a header alone', async () => {
    const server = await startServer();
    const [first, second] = [connect(server.url), connect(`${server.url}/ari/`)];
    await server.connected(2);
    expect(first.app).not.toBe(second.app);
    expect(
        server
            .events()
            .map(({ url }) => url)
            .toSorted()
    ).toEqual([first.app, second.app].map((app) => `/ari/events?app=${app}&subscribeAll=false`).toSorted());
    const basic = `Basic ${Buffer.from('bridge:çé:1').toString('base64')}`;
    expect(server.events().map(({ authorization }) => authorization)).toEqual([basic, basic]);
});

test('registers again under the same name when the connection is lost', async () => {
    const server = await startServer();
    const { app } = connect(server.url);
    await server.connected(1);
    server.disconnect();
    await server.connected(2);
    expect(server.events().every(({ url }) => url.includes(app))).toBe(true);
});

test('waits for a PBX that is not there yet', async () => {
    const gone = await startAriServer();
    await gone.stop();
    connect(gone.url);
    const server = await startServer(gone.port);
    await server.connected(1);
    expect(server.events()).toHaveLength(1);
});

test('registers again when the PBX no longer knows the application', async () => {
    const server = await startServer();
    server.answerWith(() => ({ status: server.events().length < 2 ? 404 : 200 }));
    const { app } = connect(server.url, { checkIntervalMs: 10 });
    await server.connected(2);
    expect(server.asked.map(({ url }) => url)).toContain(`/ari/applications/${app}`);
});

test('gives the body of an answer, and null where there is none', async () => {
    const server = await startServer();
    const { request } = connect(server.url);
    server.answerWith((url) => (url.includes('moh') ? { status: 204 } : { status: 200, body: '{"id":"hold-1"}' }));
    expect(await request('POST', '/channels/1.0/snoop/hold-1', { whisper: 'out' })).toEqual({ id: 'hold-1' });
    expect(await request('POST', '/channels/hold-1/moh')).toBeNull();
    expect(server.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(
        expect.arrayContaining(['POST /ari/channels/1.0/snoop/hold-1?whisper=out', 'POST /ari/channels/hold-1/moh'])
    );
});

test.each([
    ['with the PBX’s words', '{"message":"Channel not found"}', 'Channel not found'],
    ['whatever a proxy says', '<html>', 'status 404']
])('a refusal is thrown as such, %s', async (_, body, message) => {
    const server = await startServer();
    server.answerWith(() => ({ status: 404, body }));
    await expect(connect(server.url).request('GET', '/channels/1')).rejects.toMatchObject({
        ...{ name: 'AriRefused', status: 404, message }
    });
});

test('a PBX that does not answer in time, or is not there, is unreachable', async () => {
    const server = await startServer();
    server.answerWith(() => 'silence');
    const { request } = connect(server.url, { deadlineMs: 30 });
    await expect(request('GET', '/channels')).rejects.toMatchObject({ name: 'AriUnreachable' });
    await server.stop();
    await expect(request('GET', '/channels')).rejects.toMatchObject({ name: 'AriUnreachable' });
});
