import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Of RFC 6455. */
const HANDSHAKE_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

type Answer = { readonly status: number; readonly body?: string } | 'silence';

/** A REST interface as Asterisk has it, with sockets for its events. */
export async function startAriServer(port = 0) {
    const asked: { readonly method: string; readonly url: string; readonly authorization: string }[] = [];
    const sockets = new Set<Duplex>();
    const waiting = new Set<() => void>();
    let answer: (url: string) => Answer = () => ({ status: 204 });
    const note = ({ method = '', url = '', headers }: IncomingMessage) => {
        asked.push({ method, url, authorization: headers.authorization ?? '' });
        for (const look of waiting) look();
    };
    const server = createServer((request, response) => {
        note(request);
        const given = answer(request.url ?? '');
        if (given !== 'silence') response.writeHead(given.status).end(given.body);
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
        note(request);
        const accept = createHash('sha1')
            .update(`${request.headers['sec-websocket-key']}${HANDSHAKE_KEY}`)
            .digest('base64');
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
        socket.write(
            `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
        );
        sockets.add(socket);
    });
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const place = server.address() as AddressInfo;
    const events = () => asked.filter(({ url }) => url.startsWith('/ari/events'));
    return {
        ...{ asked, events, port: place.port, url: `http://127.0.0.1:${place.port}` },
        answerWith(given: (url: string) => Answer) {
            answer = given;
        },
        /** Until so many connections for events were made. */
        async connected(times: number): Promise<void> {
            while (events().length < times) await new Promise<void>((resolve) => waiting.add(resolve));
        },
        disconnect: () => sockets.forEach((socket) => socket.destroy()),
        async stop() {
            sockets.forEach((socket) => socket.destroy());
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}
