import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Backoff, backoffMs } from './backoff.ts';

export interface OrderedDeliveryOptions<Item> {
    /** Hands one item over; `insist` repeats a step until it succeeds. */
    readonly deliver: (item: Item, insist: (step: () => Promise<void>) => Promise<void>) => Promise<void>;
    /** With this many waiting, `onFull` is called, and `onRoom` once half of them are handed over. */
    readonly capacity: number;
    readonly onFull: () => void;
    readonly onRoom: () => void;
    readonly backoff: Backoff;
    readonly log: Logger;
}

/** Hands items over one after the other, in their order, however long the receiver is away. */
export class OrderedDelivery<Item> {
    readonly #options: OrderedDeliveryOptions<Item>;
    readonly #waiting: Item[] = [];
    readonly #givenUp = new AbortController();
    #running: Promise<void> | null = null;
    #room: PromiseWithResolvers<void> = Promise.withResolvers();
    #isFull = false;

    constructor(options: OrderedDeliveryOptions<Item>) {
        this.#options = options;
        this.#room.resolve();
    }

    push(item: Item): void {
        this.#waiting.push(item);
        if (!this.#isFull && this.#waiting.length >= this.#options.capacity) {
            this.#isFull = true;
            this.#room = Promise.withResolvers();
            this.#options.onFull();
        }
        this.#running ??= this.#run();
    }

    /** Resolves once there is room again. */
    room = (): Promise<void> => this.#room.promise;

    /** Resolves once everything is handed over, or the time is up; gives how many items were not. */
    async finish(limitMs: number): Promise<number> {
        const { signal } = this.#givenUp;
        const timer = setTimeout(() => this.#givenUp.abort(), limitMs);
        await Promise.race([this.#running, once(signal, 'abort')]);
        clearTimeout(timer);
        this.#makeRoom();
        return this.#waiting.length;
    }

    async #run(): Promise<void> {
        while (this.#waiting.length > 0) {
            const item = this.#waiting[0] as Item;
            await this.#options.deliver(item, (step) => this.#insist(step));
            if (this.#givenUp.signal.aborted) break;
            this.#waiting.shift();
            if (this.#isFull && this.#waiting.length <= this.#options.capacity / 2) this.#makeRoom();
        }
        this.#running = null;
    }

    #makeRoom(): void {
        if (!this.#isFull) return;
        this.#isFull = false;
        this.#room.resolve();
        this.#options.onRoom();
    }

    async #insist(step: () => Promise<void>): Promise<void> {
        const { backoff, log } = this.#options;
        const { signal } = this.#givenUp;
        for (let failures = 1; !signal.aborted; failures += 1) {
            try {
                return await step();
            } catch (error) {
                if (isHopeless(error)) {
                    log.error({ err: error }, 'what the PBX told was refused for good and is lost');
                    return;
                }
                const retryInMs = Math.round(backoffMs(failures, backoff));
                log.warn(
                    { err: error, retryInMs, waiting: this.#waiting.length },
                    'what the PBX told is not stored yet'
                );
                await wait(retryInMs, undefined, { signal }).catch(() => undefined);
            }
        }
    }
}

const isHopeless = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === false;
