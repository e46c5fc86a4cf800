import { LightningElement, api } from 'lwc';

/**
 * A button that stays where it is, and keeps the focus, while there is nothing to press it for: the browser takes
 * the focus away from a button that becomes `disabled`, and who works by keyboard is lost.
 * @fires press unless the button is unavailable
 */
export default class CommandButton extends LightningElement {
    @api label = '';
    @api iconName = '';
    @api variant: 'success' | 'destructive' | 'neutral' = 'neutral';
    @api unavailable = false;
    /** Where one presses the button too, as `aria-keyshortcuts` has it. */
    @api keyShortcut: string | undefined;

    get buttonClass(): string {
        return `command slds-button slds-button_${this.variant} slds-button_stretch`;
    }

    get unavailableText(): string {
        return String(this.unavailable);
    }

    handleClick(): void {
        if (!this.unavailable) this.dispatchEvent(new CustomEvent('press'));
    }
}
