import { fillPlaceholders } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * The one way in which an error is shown.
 * @fires action when the agent presses the button, which is there when `actionLabel` is
 * @fires dismiss when the agent closes the panel, which is possible when `dismissLabel` is there
 */
export default class ErrorPanel extends LightningElement {
    /** What failed. */
    @api heading = '';
    /** What to do about it. */
    @api message = '';
    /** For whoever is asked for help; may be empty. */
    @api detail = '';
    @api actionLabel = '';
    @api dismissLabel = '';
    /** What can be copied for whoever is asked for help; may be empty. */
    @api copyText = '';

    labels = labels;

    get technicalDetail(): string {
        return this.detail ? fillPlaceholders(labels.technicalDetail, this.detail) : '';
    }

    handleAction(): void {
        this.dispatchEvent(new CustomEvent('action'));
    }

    handleDismiss(): void {
        this.dispatchEvent(new CustomEvent('dismiss'));
    }
}
