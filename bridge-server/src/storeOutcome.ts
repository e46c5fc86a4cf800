import { setTimeout as wait } from 'node:timers/promises';

interface StoreOutcomeOptions {
    /** After that somebody else has taken it over. */
    readonly limitMs: number;
    /** No more tries. */
    readonly signal: AbortSignal;
    /** It was not stored, as far as is known; whoever claims next looks at it again. */
    readonly onLost: (error: unknown) => void;
}

const RETRY_MS = 500;

/**
 * Stores what came of claimed work, trying again while the database is away. Never rejects; resolves to what the store
 * answered, and to null when it was not stored.
 */
export async function storeOutcome<T>(
    store: () => Promise<T>,
    { limitMs, signal, onLost }: StoreOutcomeOptions
): Promise<T | null> {
    const deadline = Date.now() + limitMs;
    for (;;) {
        try {
            return await store();
        } catch (error) {
            if (signal.aborted || Date.now() > deadline || isRefused(error)) {
                onLost(error);
                return null;
            }
            await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
        }
    }
}

const isRefused = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === false;
