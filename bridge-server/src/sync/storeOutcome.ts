import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

interface StoreOutcomeOptions {
    /** After that somebody else has taken the call over. */
    readonly limitMs: number;
    readonly signal: AbortSignal;
    readonly log: Logger;
}

const RETRY_MS = 500;

/** Stores what came of a step, trying again while the database is away. Never rejects. */
export async function storeOutcome(
    store: () => Promise<void>,
    { limitMs, signal, log }: StoreOutcomeOptions
): Promise<void> {
    const deadline = Date.now() + limitMs;
    for (;;) {
        try {
            return await store();
        } catch (error) {
            if (signal.aborted || Date.now() > deadline || isRefused(error)) {
                log.error({ err: error }, 'What came of a step was not stored; the call will be looked at again');
                return;
            }
            await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
        }
    }
}

const isRefused = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === false;
