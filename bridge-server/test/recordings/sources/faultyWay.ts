import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that goes bad where it is told to. */
export interface FaultyWay {
    /** On 127.0.0.1. */
    readonly port: number;
    /** Lets so many bytes of the next connection's answer through, and then cuts it, or lets it hang. */
    goBad(fault: { readonly kind: 'cut' | 'hang'; readonly afterBytes: number }): void;
    close(): Promise<void>;
}

/** Passes TCP connections on to `port` of 127.0.0.1. */
export async function openFaultyWay(port: number): Promise<FaultyWay> {
    const sockets = new Set<Socket>();
    let next: Parameters<FaultyWay['goBad']>[0] | null = null;

    const server = createServer((client) => {
        const fault = next;
        next = null;
        let room = fault?.afterBytes ?? Infinity;
        const hangs = () => room <= 0 && fault?.kind === 'hang';
        const origin = connect(port, '127.0.0.1');
        for (const [socket, other] of [
            [client, origin],
            [origin, client]
        ] as const) {
            sockets.add(socket);
            // what broke the connection is told by its end
            socket.on('error', () => undefined);
            socket.on('close', () => {
                sockets.delete(socket);
                // who hangs stays so when the server is done
                if (other === origin || !hangs()) other.destroy();
            });
        }
        client.pipe(origin);
        origin.on('data', (chunk: Buffer) => {
            if (room <= 0) return;
            const passed = chunk.subarray(0, room);
            room -= passed.length;
            if (!client.write(passed)) origin.pause();
            if (room <= 0 && fault?.kind === 'cut') client.end(() => client.destroy());
        });
        client.on('drain', () => origin.resume());
        origin.on('end', () => {
            if (room > 0) client.end();
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        port: (server.address() as AddressInfo).port,
        goBad: (fault) => void (next = fault),
        async close() {
            const closed = once(server, 'close');
            server.close();
            for (const socket of sockets) socket.destroy();
            await closed;
        }
    };
}
