import { LightningElement, api } from 'lwc';
import { copyText } from './copyText';
import { labels } from './labels';

const MESSAGE_DURATION_MS = 2_000;

/** Copies `value` with one click and says so for two seconds. */
export default class CopyButton extends LightningElement {
    @api value = '';
    /** What the button does, for who can't see its icon. */
    @api label = '';

    outcome: 'none' | 'copied' | 'failed' = 'none';
    #messageTimer: ReturnType<typeof setTimeout> | undefined;

    override disconnectedCallback(): void {
        clearTimeout(this.#messageTimer);
    }

    get iconName(): string {
        return this.outcome === 'copied' ? 'utility:check' : 'utility:copy_to_clipboard';
    }

    get message(): string {
        switch (this.outcome) {
            case 'copied':
                return labels.copied;
            case 'failed':
                return labels.copyFailed;
            case 'none':
                return '';
        }
    }

    async handleClick(): Promise<void> {
        const copied = await copyText(this.value, this.refs?.field as HTMLInputElement);
        (this.refs?.button as HTMLElement).focus();
        this.outcome = copied ? 'copied' : 'failed';
        clearTimeout(this.#messageTimer);
        this.#messageTimer = setTimeout(() => {
            this.outcome = 'none';
        }, MESSAGE_DURATION_MS);
    }
}
