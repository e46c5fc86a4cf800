import pino from 'pino';
import { type HttpServer, startHttpServer } from '../../src/http/httpServer.ts';
import { createHealthRoutes } from '../../src/http/healthRoutes.ts';

let server: HttpServer;

beforeAll(async () => {
    const health = createHealthRoutes({
        ready: () => Promise.resolve(),
        metrics: () => Promise.resolve({ contentType: 'text/plain', text: '' })
    });
    server = await startHttpServer({
        host: '127.0.0.1',
        port: 0,
        allowedOrigins: ['https://console.example.com.br', 'https://*.lightning.force.com'],
        routers: [health],
        log: pino({ level: 'silent' })
    });
});
afterAll(() => server.close());

const ask = (origin: string | null, method = 'GET', path = '/healthz') =>
    fetch(`${server.url}${path}`, { method, headers: { ...(origin !== null && { origin }) } });

const corsHeaders = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

const allowed = [
    'https://console.example.com.br',
    'https://acme.lightning.force.com',
    'https://acme--sandbox.lightning.force.com'
];

describe.each(allowed)('a page of %s', (origin) => {
    test('may read the answers, those that are errors too', async () => {
        for (const path of ['/healthz', '/nothing-here']) {
            const response = await ask(origin, 'GET', path);
            expect(response.headers.get('access-control-allow-origin')).toBe(origin);
            expect(response.headers.get('access-control-expose-headers')).toMatch(/Retry-After/i);
        }
    });

    test('may send what the softphone sends', async () => {
        const response = await ask(origin, 'OPTIONS', '/agent/history');
        expect(response.status).toBe(204);
        expect(response.headers.get('access-control-allow-origin')).toBe(origin);
        const methods = response.headers.get('access-control-allow-methods')?.split(/, */);
        expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE']));
        const headers = response.headers.get('access-control-allow-headers')?.toLowerCase().split(/, */);
        const sent = ['authorization', 'content-type', 'idempotency-key', 'last-event-id'];
        expect(headers).toEqual(expect.arrayContaining(sent));
        expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0);
    });
});

test.each([
    'https://example.com',
    'http://console.example.com.br',
    'https://console.example.com.br.evil.example',
    'https://consoleXexample.com.br',
    'http://acme.lightning.force.com',
    'https://lightning.force.com',
    'https://.lightning.force.com',
    'https://evil.example/.lightning.force.com',
    'https://evil.example#.lightning.force.com',
    'https://acme.lightning.force.com.evil.example',
    'https://acme.lightning.force.com:8443',
    'null'
])('a page of %s may not', async (origin) => {
    expect(corsHeaders(await ask(origin))).toEqual([]);
    expect(corsHeaders(await ask(origin, 'OPTIONS'))).toEqual([]);
});

test('what asks from no page is answered as ever', async () => {
    const response = await ask(null);
    expect(response.status).toBe(200);
    expect(corsHeaders(response)).toEqual([]);
});

test('answers differ by origin, and caches are told so', async () => {
    for (const origin of [null, 'https://example.com', ...allowed])
        expect((await ask(origin)).headers.get('vary')).toMatch(/\borigin\b/i);
});
