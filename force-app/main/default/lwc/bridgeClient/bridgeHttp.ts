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
}

/** Sends one request and reads its JSON answer; throws a {@link BridgeError} for everything else. */
export type SendRequest = <T>(request: BridgeRequest) => Promise<T>;

export function createSendRequest(baseUrl: string, fetchBridge: typeof fetch, schedule: Schedule): SendRequest {
    return async <T>({ method, path, body, token }: BridgeRequest): Promise<T> => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const timeout = new AbortController();
        const cancelTimeout = schedule(() => timeout.abort(new Error('no answer in time')), ANSWER_TIMEOUT_MS);
        try {
            const response = await fetchBridge(`${baseUrl}${path}`, {
                method,
                headers: {
                    accept: 'application/json',
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
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
        }
    };
}
