import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createAriRequest, type AriRequest } from './ariRequest.ts';
import { keepApplication } from './keepApplication.ts';

/** The PBX's REST interface, as far as the bridge uses it. */
export interface AriClient {
    /** Sends a request such as `POST /channels/{id}/moh`. Throws AriRefused, AriUnreachable. */
    readonly request: AriRequest;
    /** The application under which this bridge's own channels run. */
    readonly app: string;
    close(): Promise<void>;
}

export interface AriOptions {
    /** Such as `http://127.0.0.1:8088`; with the path, where http.conf has a prefix. */
    readonly url: string;
    readonly username: string;
    readonly password: string;
    readonly log: Logger;
    /** How long a request may take. */
    readonly deadlineMs?: number;
    /** The longest wait before the next attempt to connect. */
    readonly maxBackoffMs?: number;
    /** How often it is asked whether the application is still registered. */
    readonly checkIntervalMs?: number;
}

const DEADLINE_MS = 2_000;
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 10_000;
const CHECK_INTERVAL_MS = 15_000;

/** Connects at once, and again whenever the connection is lost. The application's name is this client's alone. */
export function createAriClient(options: AriOptions): AriClient {
    const { log, deadlineMs = DEADLINE_MS } = options;
    const url = interfaceAt(options.url);
    const authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;
    const request = createAriRequest({ url, authorization, deadlineMs });
    const app = `softphone-${randomUUID()}`;
    const kept = keepApplication({
        ...{ url, authorization, app, request, log, deadlineMs },
        backoff: { firstMs: FIRST_BACKOFF_MS, maxMs: options.maxBackoffMs ?? MAX_BACKOFF_MS },
        checkIntervalMs: options.checkIntervalMs ?? CHECK_INTERVAL_MS
    });
    return { request, app, close: kept.close };
}

/** Asterisk serves it under `/ari`. */
function interfaceAt(url: string): string {
    const base = url.replace(/\/+$/, '');
    return base.endsWith('/ari') ? base : `${base}/ari`;
}
