/** Lightning Message Service among the components of this page. */

interface Subscription {
    readonly channel: object;
    readonly listener: (message: unknown) => void;
    readonly context: object;
}

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

let subscriptions: readonly Subscription[] = [];

/** Wire adapter: the context of one component, whose subscriptions end with it. */
export class MessageContext {
    readonly #emit: (context: object) => void;
    readonly #context = createMessageContext();

    constructor(emit: (context: object) => void) {
        this.#emit = emit;
    }

    connect(): void {
        this.#emit(this.#context);
    }

    update(): void {}

    disconnect(): void {
        releaseMessageContext(this.#context);
    }
}

export const createMessageContext = (): object => ({});

export function releaseMessageContext(context: object): void {
    subscriptions = subscriptions.filter((subscription) => subscription.context !== context);
}

/**
 * Nothing promises that a message arrives before `publish` is over; what arrives is a copy.
 *
 * @throws when the message cannot be written as JSON
 */
export function publish(_context: object, channel: object, message: object): void {
    const text = JSON.stringify(message);
    queueMicrotask(() => {
        for (const subscription of subscriptions)
            if (subscription.channel === channel) subscription.listener(JSON.parse(text));
    });
}

/**
 * Without `APPLICATION_SCOPE` only what lies in the tab in front hears a message, which this page does not imitate.
 *
 * @throws for any other scope
 */
export function subscribe(
    context: object,
    channel: object,
    listener: (message: unknown) => void,
    options?: { scope: symbol }
): Subscription {
    if (options?.scope !== APPLICATION_SCOPE) throw new Error('the local page knows APPLICATION_SCOPE only');
    const subscription = { channel, listener, context };
    subscriptions = [...subscriptions, subscription];
    return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
    subscriptions = subscriptions.filter((each) => each !== subscription);
}
