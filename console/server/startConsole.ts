import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './createApp.ts';

const LOOPBACK = '127.0.0.1';

export interface ConsoleOptions {
    /** 0 takes any free port. */
    readonly port: number;
    readonly orgUrl: string;
    readonly bridgeUrl: string;
}

export interface RunningConsole {
    readonly url: string;
    close(): Promise<void>;
}

/** Serves the console on loopback. Rejects when the port is taken. */
export async function startConsole({ port, orgUrl, bridgeUrl }: ConsoleOptions): Promise<RunningConsole> {
    const server = createServer(createApp({ orgUrl, bridgeUrl }));
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
    return {
        url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
        async close() {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}
