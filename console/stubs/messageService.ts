/** Lightning Message Service within one page: what is published reaches every subscriber of the channel. */
interface Subscription {
    readonly channel: object;
    readonly listener: (message: unknown) => void;
}

const subscriptions = new Set<Subscription>();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export class MessageContext {
    readonly #emit: (context: object) => void;

    constructor(emit: (context: object) => void) {
        this.#emit = emit;
    }

    connect(): void {
        this.#emit({});
    }

    update(): void {}

    disconnect(): void {}
}

export function publish(_context: object, channel: object, message: unknown): void {
    for (const subscription of subscriptions) {
        if (subscription.channel === channel) subscription.listener(message);
    }
}

export function subscribe(
    _context: object,
    channel: object,
    listener: (message: unknown) => void
): Subscription {
    const subscription = { channel, listener };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription): void {
    subscriptions.delete(subscription);
}
