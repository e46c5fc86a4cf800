import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkAri } from '../../tools/doctor/checks/checkAri.ts';

const LIMIT_MS = 1_000;
const CREDENTIALS = `Basic ${Buffer.from('bridge:right').toString('base64')}`;

let server: Server;
let answers: Readonly<Record<string, { status: number; body: unknown }>>;
beforeEach(async () => {
    answers = {
        '/ari/asterisk/info': { status: 200, body: { system: { version: '22.10.1' } } }
    };
    server = createServer((request, response) => {
        const isLetIn = request.headers.authorization === CREDENTIALS;
        const { status, body } = (isLetIn ? answers[request.url ?? ''] : { status: 401, body: {} }) ?? {
            status: 404,
            body: {}
        };
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
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
const check = (otherwise: { url?: string; password?: string } = {}) =>
    checkAri({ url: url(), username: 'bridge', password: 'right', ...otherwise }, LIMIT_MS);

test.each(['', '/', '/ari', '/ari/'])('lets the bridge in, with "%s" after the address', async (end) => {
    const findings = await check({ url: `${url()}${end}` });
    expect(findings).toEqual([{ check: 'ARI', level: 'ok', saw: `Asterisk 22.10.1 at ${url()}` }]);
});

test('without it there is no hold, which is said', async () => {
    expect(await checkAri(null)).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('hold') })
    ]);
});

test('a wrong password', async () => {
    const [finding] = await check({ password: 'wrong' });
    expect(finding).toMatchObject({ level: 'fail', todo: expect.stringContaining('ari.conf, [bridge]') });
    expect(JSON.stringify(finding)).not.toContain('wrong');
});

test.each([
    ['/ari/asterisk/info', 404, 'fail', 'has no ARI (404)'],
    ['/ari/asterisk/info', 500, 'fail', 'answers 500']
])('%s answers %d', async (path, status, level, saw) => {
    answers = { ...answers, [path]: { status, body: {} } };
    expect(await check()).toEqual([expect.objectContaining({ level, saw: expect.stringContaining(saw) })]);
});

test('another server answers', async () => {
    answers = { '/ari/asterisk/info': { status: 200, body: { hello: 'world' } } };
    expect(await check()).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('is no Asterisk') })
    ]);
});

test('nobody answers', async () => {
    expect(await check({ url: 'http://127.0.0.1:9' })).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('does not answer') })
    ]);
});
