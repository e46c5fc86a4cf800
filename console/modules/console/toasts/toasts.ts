import { LightningElement } from 'lwc';
import { onShellEvent } from 'console/shellEvents';

const SHOWN_MS = 4_000;

interface Toast {
    readonly id: number;
    readonly message: string;
}

/** The messages that appear at the top for a few seconds. */
export default class Toasts extends LightningElement {
    toasts: Toast[] = [];

    #nextId = 0;
    #stopListening = () => {};

    override connectedCallback(): void {
        this.#stopListening = onShellEvent('console:toast', ({ message }) => this.show(message));
    }

    override disconnectedCallback(): void {
        this.#stopListening();
    }

    show(message: string): void {
        const toast = { id: this.#nextId++, message };
        this.toasts = [...this.toasts, toast];
        setTimeout(() => {
            this.toasts = this.toasts.filter(({ id }) => id !== toast.id);
        }, SHOWN_MS);
    }
}
