import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmptyServer {
    readonly url: string;
    close(): Promise<void>;
}

/** A server that reads a request and answers with nothing in it: what any HTTP call costs on this machine. */
export async function startEmptyServer(): Promise<EmptyServer> {
    const server = createServer((request, response) => {
        request.resume().on('end', () => response.end('{}'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        async close() {
            server.close();
            server.closeAllConnections();
        }
    };
}
