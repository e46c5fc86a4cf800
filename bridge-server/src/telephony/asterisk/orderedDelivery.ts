import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Backoff, backoffMs } from './backoff.ts';

/** A piece of an item. Pieces of one lane are handed over one after the other, those of different lanes at once. */
export interface Piece {
    readonly lane: string;
    /** Repeated until it succeeds, or fails for good. */
    readonly deliver: () => Promise<void>;
}

export interface OrderedDeliveryOptions<Item> {
    /** Takes an item apart. Called in the order of the items, each once. */
    readonly takeApart: (item: Item) => readonly Piece[];
    /** Whether everything before has to be handed over first, and this before everything behind it. */
    readonly standsAlone: (item: Item) => boolean;
    /** With this many waiting, `onFull` is called, and `onRoom` once half of them are handed over. */
    readonly capacity: number;
    readonly onFull: () => void;
    readonly onRoom: () => void;
    readonly backoff: Backoff;
    readonly log: Logger;
}

/** Hands items over, what belongs together in its order, however long the receiver is away. */
export class OrderedDelivery<Item> {
    readonly #options: OrderedDeliveryOptions<Item>;
    readonly #items: Item[] = [];
    readonly #lanes = new Map<string, Promise<void>>();
    readonly #givenUp = new AbortController();
    #pieces = 0;
    #isRunning = false;
    #running: Promise<void> = Promise.resolve();
    #room: PromiseWithResolvers<void> = Promise.withResolvers();
    #isFull = false;
    /** Said once, however many wait. */
    #isStuck = false;

    constructor(options: OrderedDeliveryOptions<Item>) {
        this.#options = options;
        this.#room.resolve();
    }

    push(item: Item): void {
        this.#items.push(item);
        if (!this.#isRunning) this.#running = this.#run();
        if (!this.#isFull && this.#waiting >= this.#options.capacity) {
            this.#isFull = true;
            this.#room = Promise.withResolvers();
            this.#options.onFull();
        }
    }

    get isFull(): boolean {
        return this.#isFull;
    }

    /** Resolves once there is room again. */
    room = (): Promise<void> => this.#room.promise;

    /** Resolves once everything is handed over, or the time is up; gives how much was not. */
    async finish(limitMs: number): Promise<number> {
        const { signal } = this.#givenUp;
        const timer = setTimeout(() => this.#givenUp.abort(), limitMs);
        const finished = this.#running.then(() => this.#lanesEmpty());
        await Promise.race([finished, once(signal, 'abort')]);
        clearTimeout(timer);
        this.#makeRoom();
        return this.#waiting;
    }

    get #waiting(): number {
        return this.#items.length + this.#pieces;
    }

    async #run(): Promise<void> {
        this.#isRunning = true;
        for (let item = this.#items[0]; item !== undefined; item = this.#items[0]) {
            const isAlone = this.#options.standsAlone(item);
            if (isAlone) await this.#lanesEmpty();
            if (this.#givenUp.signal.aborted) break;
            for (const piece of this.#options.takeApart(item)) this.#enter(piece);
            this.#items.shift();
            this.#makeRoomIfAny();
            if (isAlone) await this.#lanesEmpty();
        }
        this.#isRunning = false;
    }

    #enter({ lane, deliver }: Piece): void {
        this.#pieces += 1;
        const before = this.#lanes.get(lane) ?? Promise.resolve();
        const done = before.then(() => this.#insist(deliver));
        this.#lanes.set(lane, done);
        void done.then(() => {
            if (this.#lanes.get(lane) === done) this.#lanes.delete(lane);
            this.#makeRoomIfAny();
        });
    }

    async #lanesEmpty(): Promise<void> {
        while (this.#lanes.size > 0) await Promise.all(this.#lanes.values());
    }

    #makeRoomIfAny(): void {
        if (this.#waiting <= this.#options.capacity / 2) this.#makeRoom();
    }

    #makeRoom(): void {
        if (!this.#isFull) return;
        this.#isFull = false;
        this.#room.resolve();
        this.#options.onRoom();
    }

    /** What is given up stays counted. */
    async #insist(deliver: () => Promise<void>): Promise<void> {
        const { backoff, log } = this.#options;
        const { signal } = this.#givenUp;
        for (let failures = 1; !signal.aborted; failures += 1) {
            try {
                await deliver();
                this.#isStuck = false;
                this.#pieces -= 1;
                return;
            } catch (error) {
                if (isHopeless(error)) {
                    log.error({ err: error }, 'what the PBX told was refused for good and is lost');
                    this.#pieces -= 1;
                    return;
                }
                const retryInMs = Math.round(backoffMs(failures, backoff));
                if (!this.#isStuck)
                    log.warn({ err: error, retryInMs, waiting: this.#waiting }, 'what the PBX told is not stored yet');
                this.#isStuck = true;
                await wait(retryInMs, undefined, { signal }).catch(() => undefined);
            }
        }
    }
}

const isHopeless = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === false;
