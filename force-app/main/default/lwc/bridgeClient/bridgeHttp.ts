import { BridgeError, readBridgeError, unreachable } from './bridgeError';
import type { Schedule } from './schedule';

const ANSWER_TIMEOUT_MS = 15_000;

export interface BridgeRequest {
    readonly method: string;
    /** Begins with a slash. */
    readonly path: string;
    /** Sent as JSON. */
    readonly body?: unknown;
    readonly token?: string;
}

/** Sends one request and reads its JSON answer; throws a {@link BridgeError} for everything else. */
export type SendRequest = <T>(request: BridgeRequest) => Promise<T>;

export function createSendRequest(baseUrl: string, fetchBridge: typeof fetch, schedule: Schedule): SendRequest {
    return async <T>({ method, path, body, token }: BridgeRequest): Promise<T> => {
        const timeout = new AbortController();
        const cancelTimeout = schedule(() => timeout.abort(new Error('no answer in time')), ANSWER_TIMEOUT_MS);
        try {
            const response = await fetchBridge(`${baseUrl}${path}`, {
                method,
                headers: {
                    accept: 'application/json',
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                    ...(body === undefined ? {} : { 'content-type': 'application/json' })
                },
                body: body === undefined ? undefined : JSON.stringify(body),
                signal: timeout.signal
            });
            if (!response.ok) throw await readBridgeError(response);
            const text = await response.text();
            return (text === '' ? undefined : JSON.parse(text)) as T;
        } catch (cause) {
            throw cause instanceof BridgeError ? cause : unreachable(cause);
        } finally {
            cancelTimeout();
        }
    };
}
