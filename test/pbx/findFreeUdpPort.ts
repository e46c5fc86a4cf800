import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP port of that address that nobody uses. */
export async function findFreeUdpPort(host: string): Promise<number> {
    const socket = createSocket('udp4').bind(0, host);
    await once(socket, 'listening');
    const { port } = socket.address();
    socket.close();
    await once(socket, 'close');
    return port;
}
