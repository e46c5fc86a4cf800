import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server that can be cut and mended, as a network or a restarting server does. */
export interface CuttableProxy {
    /** On 127.0.0.1; stays the same while the way is cut. */
    readonly port: number;
    /** Breaks every connection, and each new one as soon as it comes. */
    cut(): void;
    /** Lets new connections through again. */
    mend(): void;
    close(): Promise<void>;
}

/**
 * Passes TCP connections on, byte by byte.
 *
 * @param target where to: a host and port, or the path of a Unix socket
 */
export async function startCuttableProxy(target: NetConnectOpts): Promise<CuttableProxy> {
    const sockets = new Set<Socket>();
    let isCut = false;

    const keep = (socket: Socket, other: Socket) => {
        sockets.add(socket);
        // what broke the connection is told by its end
        socket.on('error', () => undefined);
        socket.on('close', () => {
            sockets.delete(socket);
            other.destroy();
        });
    };
    const server = createServer((client) => {
        if (isCut) return void client.destroy();
        const origin = connect(target);
        keep(client, origin);
        keep(origin, client);
        client.pipe(origin).pipe(client);
    });
    const cut = () => {
        isCut = true;
        for (const socket of sockets) socket.destroy();
    };

    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        port: (server.address() as AddressInfo).port,
        cut,
        mend: () => {
            isCut = false;
        },
        async close() {
            const closed = once(server, 'close');
            server.close();
            cut();
            await closed;
        }
    };
}
