import type { CallView, Presence, Snapshot } from 'bridge/contract';
import { BridgeError, readBridgeError, unreachable } from './bridgeError';
import { createEventStreamParser, type StreamEvent } from './eventStreamParser';
import type { Schedule } from './schedule';

/** The bridge sends at least a comment every 15 s; after this long without a byte the connection is dead. */
export const SILENCE_LIMIT_MS = 40_000;

export interface StreamHandlers {
    onSnapshot(snapshot: Snapshot): void;
    onCall(call: CallView): void;
    onPresence(presence: Presence): void;
    /** The id to resume from. */
    onId(id: string): void;
}

interface StreamOptions extends StreamHandlers {
    readonly url: string;
    readonly token: string;
    readonly lastEventId: string;
    readonly fetchBridge: typeof fetch;
    readonly schedule: Schedule;
    /** Aborted when nobody wants the stream any more. */
    readonly signal: AbortSignal;
}

/**
 * Reads `GET /agent/events` until it ends or `signal` aborts. EventSource can't be used: it sends no Authorization.
 * @throws BridgeError when the stream is refused, breaks, ends or falls silent
 */
export async function readBridgeStream(options: StreamOptions): Promise<never> {
    const { url, token, lastEventId, fetchBridge, schedule, signal } = options;
    // whoever wanted it may have left during the sign-in: an abort that was before is never heard of again
    signal.throwIfAborted();
    const connection = new AbortController();
    const close = (): void => connection.abort(signal.reason);
    signal.addEventListener('abort', close);
    let cancelWatch = (): void => undefined;
    const watchSilence = (): void => {
        cancelWatch();
        cancelWatch = schedule(() => connection.abort(new Error('the stream fell silent')), SILENCE_LIMIT_MS);
    };
    try {
        watchSilence();
        const response = await fetchBridge(url, {
            headers: {
                accept: 'text/event-stream',
                authorization: `Bearer ${token}`,
                ...(lastEventId ? { 'last-event-id': lastEventId } : {})
            },
            cache: 'no-store',
            signal: connection.signal
        });
        if (!response.ok || !response.body) throw await readBridgeError(response);
        const parse = createEventStreamParser((event) => deliver(event, options));
        const reader = response.body.getReader();
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
            watchSilence();
            parse(piece.value);
        }
        throw new Error('the stream ended');
    } catch (cause) {
        throw cause instanceof BridgeError ? cause : unreachable(cause);
    } finally {
        cancelWatch();
        signal.removeEventListener('abort', close);
        // also after a broken event, when the bridge would go on sending to nobody
        connection.abort();
    }
}

function deliver({ id, event, data }: StreamEvent, handlers: StreamHandlers): void {
    if (event === 'snapshot') handlers.onSnapshot(JSON.parse(data) as Snapshot);
    else if (event === 'call') handlers.onCall(JSON.parse(data) as CallView);
    else if (event === 'presence') handlers.onPresence(JSON.parse(data) as Presence);
    if (id) handlers.onId(id);
}
