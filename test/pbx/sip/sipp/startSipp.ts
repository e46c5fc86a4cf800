import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { endsWithThisProcess } from '../../endsWithThisProcess.ts';
import type { Address } from '../audio/rtpPacket.ts';
import { END, readControlMessage, writeCommand, type ControlMessage } from './controlMessage.ts';
import { sippArguments, type SippOptions } from './sippArguments.ts';

const CONNECT_MS = 10_000;
const STOP_MS = 1000;

/** A sipp process whose calls tell what happens to them and take commands. */
export interface Sipp {
    /** Where it sends and receives SIP. */
    readonly address: Address;
    readonly pid: number;
    command(callId: string, command: string, fields?: Readonly<Record<string, string>>): void;
    /** Resolves when the process is gone. */
    readonly gone: Promise<void>;
    stop(): Promise<void>;
}

/**
 * Starts sipp with a scenario and waits until it has connected. It does not outlive this process, and
 * ends by itself after `lastsSeconds`. Its SIP messages are in `folder`, under its name. Throws when there is no
 * sipp, or it does not start.
 */
export async function startSipp(options: SippOptions, receive: (message: ControlMessage) => void): Promise<Sipp> {
    const { folder, name, scenario } = options;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.xml`), scenario);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const control = server.address() as AddressInfo;
    const { address, list } = await sippArguments(options, control.port);
    const sipp = spawn(...endsWithThisProcess('sipp', list), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    sipp.stderr.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-2000)));

    const gone = new Promise<void>((resolve) => {
        sipp.once('exit', () => resolve());
        sipp.once('error', () => resolve());
    });
    const connected = once(server, 'connection', { signal: AbortSignal.timeout(CONNECT_MS) }) as Promise<[Socket]>;
    const socket = await Promise.race([connected.then(([first]) => first).catch(() => undefined), gone]);
    server.close();
    if (!socket) {
        sipp.kill('SIGKILL');
        throw new Error(`sipp (${name}) did not connect; see ${folder}. ${complaints}`);
    }

    let unread = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('data', (text: string) => {
        const messages = (unread + text).split(END);
        unread = messages.pop() ?? '';
        for (const message of messages) {
            const read = readControlMessage(message);
            if (read) receive(read);
        }
    });
    return {
        address,
        pid: sipp.pid ?? 0,
        command: (callId, command, fields = {}) => socket.write(writeCommand(callId, command, fields)),
        gone,
        async stop() {
            const killing = setTimeout(() => sipp.kill('SIGKILL'), STOP_MS);
            sipp.kill('SIGTERM');
            await gone;
            clearTimeout(killing);
            socket.destroy();
        }
    };
}
