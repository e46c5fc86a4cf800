import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on which answers may get stuck. */
export interface HaltingWay {
    readonly url: string;
    /** From now on a connection gives so many bytes of answers and then no more; resolves once one of them is stuck. */
    haltAfter(bytes: number): Promise<void>;
    /** New connections give everything again. Those that are stuck stay so, until an end of them is gone. */
    mend(): void;
    close(): Promise<void>;
}

/** Passes TCP connections on. @param target such as `http://127.0.0.1:8088` */
export async function openHaltingWay(target: string): Promise<HaltingWay> {
    const { hostname, port } = new URL(target);
    const sockets = new Set<Socket>();
    let limit = Infinity;
    let stuck: PromiseWithResolvers<void> = Promise.withResolvers();

    const keep = (socket: Socket, other: Socket): void => {
        sockets.add(socket);
        // what broke is told by the end
        socket.on('error', () => undefined);
        socket.on('close', () => {
            sockets.delete(socket);
            other.destroy();
        });
    };
    const server = createServer((client) => {
        const origin = connect(Number(port), hostname);
        let left = limit;
        keep(client, origin);
        keep(origin, client);
        client.pipe(origin);
        origin.on('data', (bytes: Buffer) => {
            if (left > 0) client.write(bytes.subarray(0, left));
            left -= bytes.length;
            if (left <= 0) stuck.resolve();
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        haltAfter(bytes) {
            limit = bytes;
            stuck = Promise.withResolvers();
            return stuck.promise;
        },
        mend() {
            limit = Infinity;
        },
        async close() {
            const closed = once(server, 'close');
            server.close();
            for (const socket of sockets) socket.destroy();
            await closed;
        }
    };
}
