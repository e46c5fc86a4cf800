import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { checkGreeting } from '../../tools/doctor/checks/checkGreeting.ts';
import { type Certificate, readGreeting } from '../../tools/doctor/greeting.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 24 * 60 * 60_000;
const LIMIT_MS = 100;
const BANNER = 'Asterisk Call Manager/11.0.0';
const login = { host: '127.0.0.1', port: 5038, username: 'bridge', secret: 'secret', tls: false };

let server: Server;
let said: string;
let sockets: Socket[];
beforeEach(async () => {
    said = '';
    sockets = [];
    server = createServer((socket) => {
        sockets.push(socket);
        socket.on('error', () => undefined);
        if (said) socket.write(said);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
});
afterEach(async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
});

const address = (tls = false) => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls });

test('a manager interface greets', async () => {
    said = `${BANNER}\r\n`;
    const greeting = await readGreeting(address(), LIMIT_MS);
    expect(greeting).toEqual({ kind: 'greeted', banner: BANNER, certificate: null });
    expect(checkGreeting(greeting, login, NOW)).toEqual([
        { check: 'AMI', level: 'ok', saw: `${BANNER} at 127.0.0.1:5038` }
    ]);
});

test('another server greets otherwise', async () => {
    said = 'SSH-2.0-OpenSSH_9.2\r\n';
    const greeting = await readGreeting(address(), LIMIT_MS);
    expect(checkGreeting(greeting, login, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('no manager interface') })
    ]);
});

test('a server that says nothing may want TLS', async () => {
    const greeting = await readGreeting(address(), LIMIT_MS);
    expect(greeting).toEqual({ kind: 'silent' });
    expect(checkGreeting(greeting, login, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', todo: expect.stringContaining('AMI_TLS=on') })
    ]);
});

test('a server without TLS is told apart', async () => {
    said = `${BANNER}\r\n`;
    const greeting = await readGreeting(address(true), LIMIT_MS);
    expect(checkGreeting(greeting, { ...login, tls: true }, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('speaks no TLS') })
    ]);
});

test('nobody listens', async () => {
    const closed = address();
    server.close();
    await once(server, 'close');
    const greeting = await readGreeting(closed, LIMIT_MS);
    expect(greeting).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
    expect(checkGreeting(greeting, login, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', todo: expect.stringContaining('bindaddr and port') })
    ]);
});

test.each<[string, Certificate, string, RegExp]>([
    ['is trusted', { distrust: null, endsAt: NOW + 400 * DAY_MS }, 'ok', /until 2027-12-28/],
    ['ends soon', { distrust: null, endsAt: NOW + 29.5 * DAY_MS }, 'warn', /in 29 days/],
    ['has ended', { distrust: 'CERT_HAS_EXPIRED', endsAt: NOW - DAY_MS }, 'fail', /ended on 2026-11-22/],
    [
        'signed itself',
        { distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', endsAt: NOW + 400 * DAY_MS },
        'fail',
        /not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/
    ]
])('a certificate that %s', (_what, certificate, level, words) => {
    const findings = checkGreeting({ kind: 'greeted', banner: BANNER, certificate }, { ...login, tls: true }, NOW);
    expect(findings).toEqual([
        expect.objectContaining({ check: 'AMI', level: 'ok' }),
        expect.objectContaining({ check: 'TLS', level, saw: expect.stringMatching(words) })
    ]);
});
