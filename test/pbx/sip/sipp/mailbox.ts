/** Keeps what comes until somebody takes it. */
export interface Mailbox<Message> {
    put(message: Message): void;
    /** Gives what was kept, and from now on whatever comes, in their order. */
    openTo(taker: (message: Message) => void): void;
}

export function createMailbox<Message>(): Mailbox<Message> {
    const kept: Message[] = [];
    let take = (message: Message): void => void kept.push(message);
    return {
        put: (message) => take(message),
        openTo(taker) {
            take = taker;
            for (const message of kept.splice(0)) taker(message);
        }
    };
}
