import { LightningElement, api } from 'lwc';

/** The button of the quick action _Ligar_ among a record's actions, and the modal in which it runs. */
export default class RecordAction extends LightningElement {
    @api recordId = '';

    isOpen = false;
    #isToBeFocused = false;

    override renderedCallback(): void {
        if (!this.#isToBeFocused) return;
        this.#isToBeFocused = false;
        (this.refs?.[this.isOpen ? 'dialog' : 'button'] as HTMLElement | undefined)?.focus();
    }

    handleOpen(): void {
        this.isOpen = true;
        this.#isToBeFocused = true;
    }

    handleClose(): void {
        this.isOpen = false;
        this.#isToBeFocused = true;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.handleClose();
    }
}
