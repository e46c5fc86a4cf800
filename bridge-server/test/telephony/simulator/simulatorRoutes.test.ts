import pino from 'pino';
import { RequestRefused } from '../../../src/contract/requestRefused.ts';
import { type HttpServer, startHttpServer } from '../../../src/http/httpServer.ts';
import { createSimulatorRoutes } from '../../../src/http/simulatorRoutes.ts';
import { openStage, type SimulatedStage } from './simulatedStage.ts';

const ANA = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
let stage: SimulatedStage;
let server: HttpServer;

beforeEach(async () => {
    stage = openStage();
    const readSession = async (token: string) => {
        if (token !== 'ana') throw new RequestRefused(401, 'Entre de novo.');
        return { agent: ANA, expiresAt: new Date() };
    };
    server = await startHttpServer({
        ...{ host: '127.0.0.1', port: 0, allowedOrigins: [], log: pino({ level: 'silent' }) },
        routers: [createSimulatorRoutes({ readSession, ...stage.line })]
    });
});
afterEach(async () => {
    await stage.line.stop();
    await server.close();
});

const ask = (method: string, path: string, body?: unknown, token = 'ana') =>
    fetch(`${server.url}/simulator/calls${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) })
    });

test('a customer calls whoever asks for it, unless everybody is to be rung', async () => {
    expect((await ask('POST', '', { number: '5511987654321' })).status).toBe(201);
    expect((await ask('POST', '')).status).toBe(201);
    expect((await ask('POST', '', { ring: 'everybody' })).status).toBe(201);
    expect(stage.news()).toEqual([
        'callArrived',
        'legOffered 1001 offer',
        'callArrived',
        'legOffered 1001 offer',
        'callArrived'
    ]);
});

test('who is on the line can be listed, and hangs up once', async () => {
    const { callId } = (await (await ask('POST', '', { number: '5511987654321', name: 'Maria' })).json()) as {
        callId: string;
    };
    expect(await (await ask('GET', '')).json()).toEqual({
        calls: [{ callId, number: '5511987654321', name: 'Maria', state: 'waiting' }]
    });
    const hangUp = () => ask('POST', `/${encodeURIComponent(callId)}/hangup`);
    expect((await hangUp()).status).toBe(204);
    expect(stage.news()).toContain('callAbandoned');
    const again = await hangUp();
    expect(again.status).toBe(404);
    expect(await again.json()).toMatchObject({ type: 'urn:softphone-bridge:customer-gone' });
    expect(await (await ask('GET', '')).json()).toEqual({ calls: [] });
});

test('what is not understood is refused, and so is whoever is not signed in', async () => {
    expect((await ask('POST', '', { ring: 'nobody' })).status).toBe(400);
    expect((await ask('POST', '', { agent: '1002' })).status).toBe(400);
    for (const [method, path] of [
        ['POST', ''],
        ['GET', ''],
        ['POST', '/simulator:1/hangup']
    ] as const)
        expect((await ask(method, path, undefined, 'nobody')).status).toBe(401);
    expect(stage.news()).toEqual([]);
});
