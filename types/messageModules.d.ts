/** Messages between the parts of a Lightning page, and the end of a screen action. */
declare module '@salesforce/messageChannel/*' {
    const channel: object;
    export default channel;
}

declare module 'lightning/messageService' {
    import type { WireAdapterConstructor } from 'lwc';

    /** Messages from anywhere in the application, not from the tab in front alone. */
    export const APPLICATION_SCOPE: symbol;
    /** An object once the component is on the page. */
    export const MessageContext: WireAdapterConstructor<object, object>;

    export interface Subscription {
        readonly channel?: object;
    }

    /** @param message what `JSON.stringify` can write */
    export function publish(messageContext: object, channel: object, message: object): void;
    export function subscribe<Message>(
        messageContext: object,
        channel: object,
        listener: (message: Message) => void,
        options?: { scope: symbol }
    ): Subscription;
    export function unsubscribe(subscription: Subscription | null): void;
}

declare module 'lightning/actions' {
    /** Closes the modal of the screen action that dispatches it. */
    export class CloseActionScreenEvent extends CustomEvent<undefined> {
        constructor();
    }
}
