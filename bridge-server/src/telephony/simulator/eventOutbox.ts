import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MS = 1_000;

/**
 * What the line tells, each call's news in their order. What cannot be stored now is told again until it can: a call
 * goes on whether or not somebody takes notes.
 */
export class EventOutbox {
    readonly #lanes = new Map<string, Promise<void>>();
    readonly #stopping = new AbortController();
    readonly #onLost: (error: unknown) => void;

    /** @param onLost told of what was refused for good */
    constructor(onLost: (error: unknown) => void) {
        this.#onLost = onLost;
    }

    push(callId: string, deliver: () => Promise<void>): void {
        const done = this.told(callId).then(() => this.#insist(deliver));
        this.#lanes.set(callId, done);
        void done.then(() => {
            if (this.#lanes.get(callId) === done) this.#lanes.delete(callId);
        });
    }

    /** Resolves once everything that happened to the call so far is stored. */
    told(callId: string): Promise<void> {
        return this.#lanes.get(callId) ?? Promise.resolve();
    }

    /** What waits gets one more try. */
    async stop(): Promise<void> {
        this.#stopping.abort();
        await Promise.all(this.#lanes.values());
    }

    async #insist(deliver: () => Promise<void>): Promise<void> {
        const { signal } = this.#stopping;
        for (;;) {
            try {
                return await deliver();
            } catch (error) {
                if (isHopeless(error)) return this.#onLost(error);
                if (signal.aborted) return;
                await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
            }
        }
    }
}

const isHopeless = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === false;
