import { once } from 'node:events';
import { get, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { serveEventStream, type StreamMessage } from '../../src/http/eventStream.ts';

const HEARTBEAT_MS = 15_000;
/** Far more than any socket keeps for a reader who does not read. */
const FAR_TOO_MUCH_BYTES = 200_000_000;

const SESSION_MS = 3_600_000;

type Open = Parameters<typeof serveEventStream>[3];

let server: Server;
/** The agent's subscription behind the stream. */
let open: jest.MockedFunction<Open>;
let send: (message: StreamMessage) => void;
let closed: Promise<void>;
let close: jest.Mock;

beforeEach(async () => {
    // sockets keep their own time
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const closing: PromiseWithResolvers<void> = Promise.withResolvers();
    closed = closing.promise;
    close = jest.fn(() => closing.resolve());
    open = jest.fn((_lastEventId, sendToReader) => {
        send = sendToReader;
        send({ event: 'snapshot', id: 7, data: { calls: [] } });
        return Promise.resolve(close);
    });
    const app = express();
    app.get('/events', (request, response) =>
        serveEventStream(request, response, new Date(Date.now() + SESSION_MS), open)
    );
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
});
afterEach(async () => {
    jest.useRealTimers();
    const ended = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await ended;
});

async function connect(headers: RequestOptions['headers'] = {}): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    const [response] = (await once(get({ host: '127.0.0.1', port, path: '/events', headers }), 'response')) as [
        IncomingMessage
    ];
    // that the server breaks the stream off is no failure of the reader
    return response.setEncoding('utf8').on('error', () => undefined);
}

/** What comes next; the stream is text of no fixed pieces, so it is read until the condition is met. */
async function read(stream: IncomingMessage, isComplete: (text: string) => boolean): Promise<string> {
    let text = '';
    while (!isComplete(text)) text += ((await once(stream, 'data')) as [string])[0];
    return text;
}

test('is a stream of server-sent events that nobody on the way keeps or holds back', async () => {
    const stream = await connect();
    expect(stream.statusCode).toBe(200);
    expect(stream.headers).toMatchObject({
        'content-type': expect.stringContaining('text/event-stream'),
        'cache-control': expect.stringContaining('no-cache'),
        'x-accel-buffering': 'no'
    });
    expect(await read(stream, (text) => text.includes('\n\n'))).toBe('event: snapshot\nid: 7\ndata: {"calls":[]}\n\n');
    stream.destroy();
});

test('shows that it lives, each time 15 seconds have passed', async () => {
    const stream = await connect();
    await read(stream, (text) => text.includes('snapshot'));
    for (let beat = 0; beat < 3; beat++) {
        jest.advanceTimersByTime(HEARTBEAT_MS);
        expect(await read(stream, (text) => text.endsWith('\n\n'))).toMatch(/^:/);
    }
    stream.destroy();
});

test('goes on from the last event that the reader heard', async () => {
    (await connect({ 'last-event-id': '41' })).destroy();
    expect(open).toHaveBeenLastCalledWith(41, expect.any(Function));
    (await connect()).destroy();
    expect(open).toHaveBeenLastCalledWith(null, expect.any(Function));
    (await connect({ 'last-event-id': 'yesterday' })).destroy();
    expect(open).toHaveBeenLastCalledWith(null, expect.any(Function));
});

test('ends its subscription and its heartbeat when the reader goes', async () => {
    const stream = await connect();
    expect(close).not.toHaveBeenCalled();
    stream.destroy();
    await closed;
    expect(close).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
});

test('ends with the session', async () => {
    const stream = await connect();
    await read(stream, (text) => text.includes('snapshot'));
    const ended = once(stream, 'end');
    jest.advanceTimersByTime(SESSION_MS - 1);
    expect(close).not.toHaveBeenCalled();
    stream.resume();
    jest.advanceTimersByTime(1);
    await ended;
    await closed;
    expect(jest.getTimerCount()).toBe(0);
});

test('ends its subscription when the reader went before it was open', async () => {
    const opening = Promise.withResolvers<jest.Mock>();
    const asked: PromiseWithResolvers<void> = Promise.withResolvers();
    open.mockImplementation(() => {
        asked.resolve();
        return opening.promise;
    });
    const connection = once(server, 'connection');
    const { port } = server.address() as AddressInfo;
    const request = get({ host: '127.0.0.1', port, path: '/events' }).on('error', () => undefined);
    const [socket] = await connection;
    await asked.promise;
    request.destroy();
    await once(socket, 'close');
    opening.resolve(close);
    await closed;
    expect(close).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
});

test('drops a reader who does not read', async () => {
    const stream = await connect();
    stream.pause();
    const text = 'x'.repeat(1_000_000);
    let sentBytes = 0;
    let isDropped = false;
    void closed.then(() => {
        isDropped = true;
    });
    while (!isDropped && sentBytes < FAR_TOO_MUCH_BYTES) {
        send({ event: 'call', id: 8, data: { text } });
        sentBytes += text.length;
        await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sentBytes).toBeLessThan(FAR_TOO_MUCH_BYTES);
    expect(close).toHaveBeenCalledTimes(1);
    expect(() => send({ event: 'call', id: 9, data: {} })).not.toThrow();
    stream.destroy();
});
