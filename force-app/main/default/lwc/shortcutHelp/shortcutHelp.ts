import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** A button that shows which keys do what. */
export default class ShortcutHelp extends LightningElement {
    /** Each letter is pressed with Alt and Shift. */
    @api shortcuts: readonly { readonly letter: string; readonly label: string }[] = [];

    labels = labels;
    isOpen = false;

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.isOpen) return;
        event.stopPropagation();
        this.isOpen = false;
        (this.refs?.button as HTMLElement).focus();
    }

    /** What lies below is in the way of whoever goes on. */
    handleFocusOut({ currentTarget, relatedTarget }: FocusEvent): void {
        const isInside = (currentTarget as Node).contains(relatedTarget as Node | null);
        if (!isInside && document.hasFocus()) this.isOpen = false;
    }
}
