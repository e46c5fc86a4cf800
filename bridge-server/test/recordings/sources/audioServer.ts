import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const read = (name: string) => readFileSync(join(import.meta.dirname, 'tls', name), 'utf8');

/** Signed by itself, for 127.0.0.1 and *.vendor.test; of use to these tests only. */
export const CERTIFICATE = read('certificate.pem');

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface AudioServer {
    /** On 127.0.0.1. */
    readonly port: number;
    readonly requests: readonly IncomingMessage[];
    close(): Promise<void>;
}

/** Answers every request in the same way. */
export async function startAudioServer(protocol: 'http' | 'https', answer: Answer): Promise<AudioServer> {
    const requests: IncomingMessage[] = [];
    const handle: Answer = (request, response) => {
        requests.push(request);
        answer(request, response);
    };
    const server =
        protocol === 'http'
            ? createHttpServer(handle)
            : createHttpsServer({ key: read('key.pem'), cert: CERTIFICATE }, handle);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        port: (server.address() as AddressInfo).port,
        requests,
        async close() {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}
