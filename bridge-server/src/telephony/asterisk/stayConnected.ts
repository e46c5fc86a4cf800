import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AmiConnection } from './amiConnection.ts';
import { type Backoff, backoffMs } from './backoff.ts';

export interface StayConnectedOptions {
    /** Connects, or rejects; what it connects ends with the signal. */
    readonly open: () => Promise<AmiConnection>;
    /** What to do with each new connection before it counts as good; a rejection closes it. */
    readonly prepare: (connection: AmiConnection) => Promise<void>;
    /** Awaited before each attempt: what the last connection brought must first be worked off. */
    readonly ready: () => Promise<void>;
    readonly backoff: Backoff;
    readonly log: Logger;
    readonly signal: AbortSignal;
}

/** Keeps one connection open until the signal, which also closes the last one; resolves after that. Never rejects. */
export async function stayConnected(options: StayConnectedOptions): Promise<void> {
    const { backoff, log, signal } = options;
    const stopped = once(signal, 'abort').then(() => undefined);
    let failures = 0;
    while (!signal.aborted) {
        await Promise.race([options.ready(), stopped]);
        if (signal.aborted) return;
        const ended = await Promise.race([liveOnce(options, () => (failures = 0)), stopped]);
        if (signal.aborted) return;
        failures += 1;
        const retryInMs = Math.round(backoffMs(failures, backoff));
        log.warn({ err: ended, retryInMs }, 'no connection to the PBX');
        await wait(retryInMs, undefined, { signal }).catch(() => undefined);
    }
}

/** From connecting to the end of the connection; gives what ended it. */
async function liveOnce({ open, prepare, log }: StayConnectedOptions, onGood: () => void): Promise<unknown> {
    let connection: AmiConnection;
    try {
        connection = await open();
    } catch (error) {
        return error;
    }
    try {
        await prepare(connection);
        onGood();
        log.info('connected to the PBX');
        return await connection.closed;
    } catch (error) {
        connection.close();
        await connection.closed;
        return error;
    }
}
