import express from 'express';
import pino from 'pino';
import type { Agent } from '../../src/contract/agentApi.ts';
import { RequestRefused } from '../../src/contract/requestRefused.ts';
import { mountAgentCalls } from '../../src/http/agentCallRoutes.ts';
import type { CommandReport } from '../../src/http/giveCommand.ts';
import { type HttpServer, startHttpServer } from '../../src/http/httpServer.ts';

const ID = '0f3d9c1e-5a51-4c6b-9a42-7e1f6b8d2c10';
const agent: Agent = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };

const command = jest.fn<Promise<void>, unknown[]>();
const dial = jest.fn<Promise<{ callId: string }>, unknown[]>();
let reports: CommandReport[];
let server: HttpServer;

beforeEach(async () => {
    command.mockReset().mockResolvedValue();
    dial.mockReset().mockResolvedValue({ callId: 'test:9' });
    reports = [];
    const router = express.Router();
    mountAgentCalls(
        router,
        { command, dial, saveNote: () => Promise.resolve(), onCommand: (report) => reports.push(report) },
        () => Promise.resolve(agent),
        express.json()
    );
    server = await startHttpServer({
        host: '127.0.0.1',
        port: 0,
        allowedOrigins: [],
        routers: [router],
        log: pino({ level: 'silent' })
    });
});
afterEach(() => server.close());

const post = (path: string, { id, body = {} }: { id?: string; body?: object } = {}): Promise<Response> =>
    fetch(`${server.url}/agent/calls${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(id !== undefined && { 'idempotency-key': id }) },
        body: JSON.stringify(body)
    });

test.each([
    ['in quotes, as a structured field has it', `"${ID}"`],
    ['without quotes', ID],
    ['in capitals', ID.toUpperCase()]
])('carries out a command with an id once: %s', async (_how, id) => {
    const statuses = [await post('/test:1/hold', { id }), await post('/test:1/hold', { id })].map(
        (each) => each.status
    );

    expect(statuses).toEqual([204, 204]);
    expect(command).toHaveBeenCalledTimes(1);
    expect(reports).toMatchObject([
        { commandId: ID, agent: '1001', action: 'hold', callId: 'test:1', outcome: 'accepted', repeated: false },
        { commandId: ID, outcome: 'accepted', repeated: true }
    ]);
});

test('carries out each command without an id', async () => {
    await post('/test:1/hold');
    await post('/test:1/hold');

    expect(command).toHaveBeenCalledTimes(2);
    expect(reports).toMatchObject([{ commandId: null }, { commandId: null }]);
});

test('places one call for a request that is sent twice, and names it twice', async () => {
    const sent = () => post('', { id: ID, body: { number: '(11) 98765-4321' } });
    const answers = await Promise.all([sent(), sent()]);

    expect(await Promise.all(answers.map((each) => each.json()))).toEqual([{ callId: 'test:9' }, { callId: 'test:9' }]);
    expect(dial).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(reports)).not.toContain('98765');
});

test.each([
    ['another call', '/test:2/dtmf', { digits: '1' }],
    ['another action', '/test:1/hold', {}],
    ['something else to send', '/test:1/dtmf', { digits: '2' }]
])('refuses an id that was used for %s', async (_what, path, body) => {
    await post('/test:1/dtmf', { id: ID, body: { digits: '1' } });
    const response = await post(path, { id: ID, body });

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ type: 'urn:softphone-bridge:idempotency-key-reused' });
    expect(command).toHaveBeenCalledTimes(1);
});

test('refuses an id that is no UUID', async () => {
    const response = await post('/test:1/hold', { id: 'one' });

    expect(response.status).toBe(400);
    expect(command).not.toHaveBeenCalled();
});

test('tells a refusal by its name, with the id', async () => {
    command.mockRejectedValue(new RequestRefused(409, 'Está ocupado.', { name: 'target-busy' }));

    expect((await post('/test:1/hold', { id: ID })).status).toBe(409);
    expect(reports).toMatchObject([{ commandId: ID, outcome: 'target-busy' }]);
});

describe('a telephony side that is silent', () => {
    // sockets keep their own time
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
    afterEach(() => jest.useRealTimers());

    test('has eight seconds; then the agent reads that nobody knows', async () => {
        const isAsked = new Promise<void>((resolve) => {
            command.mockImplementation(() => {
                resolve();
                return new Promise(() => undefined);
            });
        });
        const answer = post('/test:1/answer', { id: ID });
        await isAsked;
        jest.advanceTimersByTime(7_999);
        expect(reports).toEqual([]);
        jest.advanceTimersByTime(1);
        const response = await answer;

        expect(response.status).toBe(504);
        expect(await response.json()).toMatchObject({ type: 'urn:softphone-bridge:telephony-silent' });
        expect(reports).toMatchObject([{ commandId: ID, outcome: 'telephony-silent', tookMs: 8_000 }]);
    });
});
