import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Backoff, backoffMs } from '../backoff.ts';
import { AriUnreachable } from './ariError.ts';
import type { AriRequest } from './ariRequest.ts';

export interface KeepApplicationOptions {
    readonly url: string;
    readonly authorization: string;
    readonly app: string;
    readonly request: AriRequest;
    readonly log: Logger;
    readonly deadlineMs: number;
    readonly backoff: Backoff;
    readonly checkIntervalMs: number;
}

/**
 * An application exists on the PBX as long as somebody listens to its events. What it tells is of no concern here: the
 * channels that run under it are known otherwise.
 */
export function keepApplication(options: KeepApplicationOptions): { close(): Promise<void> } {
    const stopping = new AbortController();
    const finished = stayRegistered(options, stopping.signal);
    return {
        async close() {
            stopping.abort();
            await finished;
        }
    };
}

/** Resolves after the signal. Never rejects. */
async function stayRegistered(options: KeepApplicationOptions, signal: AbortSignal): Promise<void> {
    const { backoff, log } = options;
    let failures = 0;
    while (!signal.aborted) {
        const ended = await listenOnce(options, signal, () => (failures = 0));
        if (signal.aborted) return;
        failures += 1;
        const retryInMs = Math.round(backoffMs(failures, backoff));
        log.warn({ err: ended, retryInMs }, 'no connection to the REST interface of the PBX');
        await wait(retryInMs, undefined, { signal }).catch(() => undefined);
    }
}

/** From connecting to the end of the connection; gives what ended it. */
async function listenOnce(options: KeepApplicationOptions, signal: AbortSignal, onGood: () => void): Promise<Error> {
    const { url, app, authorization, deadlineMs, log } = options;
    const address = `${url.replace(/^http/, 'ws')}/events?app=${app}&subscribeAll=false`;
    // not in the address, which proxies write down
    const socket = new WebSocket(address, { headers: { authorization } });
    const ended = new AbortController();
    socket.addEventListener('close', () => ended.abort());
    // without a listener of its own an error would be said twice
    socket.addEventListener('error', () => undefined);
    try {
        const opened = once(socket, 'open', { signal: AbortSignal.any([ended.signal, signal]) });
        const isOpen = await Promise.race([
            opened.then(
                () => true,
                () => false
            ),
            wait(deadlineMs, false, { ref: false })
        ]);
        if (!isOpen) return new AriUnreachable('refused or not there: see ARI_URL, ARI_USERNAME and ARI_PASSWORD');
        onGood();
        log.info('connected to the REST interface of the PBX');
        return await watch(options, AbortSignal.any([ended.signal, signal]));
    } finally {
        socket.close();
    }
}

/** A connection whose other end vanished looks like a quiet one until the PBX is asked. */
async function watch({ request, app, checkIntervalMs }: KeepApplicationOptions, signal: AbortSignal): Promise<Error> {
    for (;;) {
        await wait(checkIntervalMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return new AriUnreachable('the connection is gone');
        const failure = await request('GET', `/applications/${app}`).then(
            () => null,
            (error: Error) => error
        );
        if (failure) return failure;
    }
}
