import { BridgeError, unreachable } from './bridgeError';
import type { BridgeStatus } from './bridgeStatus';
import type { Pause } from './pause';
import { reconnectDelayMs } from './reconnectDelay';

/** Refusals of a fresh session in a row after which no further one would be accepted either. */
const REFUSALS_BEFORE_GIVING_UP = 2;

interface KeepConnectedOptions {
    /** One connection, from sign-in to its end; calls `onConnected` when the first event came. Always ends by throwing. */
    readonly connect: (onConnected: () => void) => Promise<never>;
    /** Makes the next connection begin with a new session. */
    readonly renewSession: () => Promise<unknown>;
    readonly onStatus: (status: BridgeStatus) => void;
    /** Lies between a failed connection and the next. */
    readonly pause: Pause;
    readonly signal: AbortSignal;
}

/** Connects again whenever the connection is lost; returns when `signal` aborts or when only a person can help. */
export async function keepConnected(options: KeepConnectedOptions): Promise<void> {
    const { connect, renewSession, onStatus, pause, signal } = options;
    let failures = 0;
    let refusals = 0;
    const reset = (): void => {
        failures = 0;
        refusals = 0;
        if (!signal.aborted) onStatus({ kind: 'connected' });
    };
    while (!signal.aborted) {
        onStatus({ kind: 'connecting' });
        try {
            if (refusals > 0) await renewSession();
            await connect(reset);
        } catch (cause) {
            if (signal.aborted) return;
            const error = cause instanceof BridgeError ? cause : unreachable(cause);
            if (error.kind === 'unauthorised') refusals += 1;
            if (isFinal(error, refusals)) {
                onStatus({ kind: 'failed', error });
                return;
            }
            failures += 1;
            const delayMs = error.kind === 'unauthorised' ? 0 : reconnectDelayMs(failures, Math.random());
            if (delayMs > 0) onStatus({ kind: 'lost', error, retryAtMs: Date.now() + delayMs });
            await pause.wait(delayMs, signal);
        }
    }
}

function isFinal({ kind }: BridgeError, refusals: number): boolean {
    switch (kind) {
        case 'unreachable':
            return false;
        case 'unauthorised':
            return refusals >= REFUSALS_BEFORE_GIVING_UP;
        case 'forbidden':
        case 'refused':
            return true;
    }
}
