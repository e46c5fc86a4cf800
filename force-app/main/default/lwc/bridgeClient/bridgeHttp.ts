import { BridgeError, readBridgeError, unreachable } from './bridgeError';
import type { Schedule } from './schedule';

const ANSWER_TIMEOUT_MS = 15_000;
/**
 * What is asked while the page closes still gets through, if it is short: browsers keep 64 KB in all alive then, and
 * refuse at once what is more (Fetch Standard, "HTTP-network-or-cache fetch").
 */
const LONGEST_KEPT_ALIVE = 5_000;

export interface BridgeRequest {
    readonly method: string;
    /** Begins with a slash. */
    readonly path: string;
    /** Sent as JSON. */
    readonly body?: unknown;
    readonly token?: string;
    /** Of what must not happen twice: the bridge knows a repetition by it. */
    readonly commandId?: string;
    /** How long the answer may take. */
    readonly timeoutMs?: number;
    /** Ends the wait for the answer before that. */
    readonly signal?: AbortSignal;
}

/** Sends one request and reads its JSON answer; throws a {@link BridgeError} for everything else. */
export type SendRequest = <T>(request: BridgeRequest) => Promise<T>;

export function createSendRequest(baseUrl: string, fetchBridge: typeof fetch, schedule: Schedule): SendRequest {
    return async <T>(request: BridgeRequest): Promise<T> => {
        const { method, path, body, token, commandId, timeoutMs = ANSWER_TIMEOUT_MS, signal } = request;
        const text = body === undefined ? undefined : JSON.stringify(body);
        const timeout = new AbortController();
        const cancelTimeout = schedule(() => timeout.abort(new Error('no answer in time')), timeoutMs);
        const giveUp = (): void => timeout.abort(signal?.reason);
        signal?.addEventListener('abort', giveUp);
        if (signal?.aborted) giveUp();
        try {
            const response = await fetchBridge(`${baseUrl}${path}`, {
                method,
                headers: {
                    accept: 'application/json',
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                    // a structured field's string is in quotes (draft-ietf-httpapi-idempotency-key-header)
                    ...(commandId ? { 'idempotency-key': `"${commandId}"` } : {}),
                    ...(text === undefined ? {} : { 'content-type': 'application/json' })
                },
                body: text,
                keepalive: text !== undefined && text.length <= LONGEST_KEPT_ALIVE,
                signal: timeout.signal
            });
            if (!response.ok) throw await readBridgeError(response);
            const answer = await response.text();
            return (answer === '' ? undefined : JSON.parse(answer)) as T;
        } catch (cause) {
            throw cause instanceof BridgeError ? cause : unreachable(cause);
        } finally {
            cancelTimeout();
            signal?.removeEventListener('abort', giveUp);
        }
    };
}
