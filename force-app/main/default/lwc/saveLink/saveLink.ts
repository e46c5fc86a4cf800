import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * Saves a recording. An address that is too old would open a page that says so: then another one is asked for, and
 * followed as soon as it is there.
 * @fires addressneeded
 */
export default class SaveLink extends LightningElement {
    /** Until when the address holds. */
    @api expiresAt = '';

    labels = labels;
    address = '';
    /** `waiting`: for another address. */
    #saving: 'no' | 'waiting' | 'now' = 'no';

    @api
    get href(): string {
        return this.address;
    }
    set href(href: string) {
        if (this.#saving === 'waiting' && href !== this.address) this.#saving = 'now';
        this.address = href;
    }

    @api
    focus(): void {
        (this.refs?.link as HTMLElement | undefined)?.focus();
    }

    override renderedCallback(): void {
        if (this.#saving !== 'now') return;
        (this.refs?.link as HTMLElement | undefined)?.click();
        this.#saving = 'no';
    }

    /** By a clock that is fast every address is too old: the one that was asked for is followed nevertheless. */
    handleClick(event: Event): void {
        if (this.#saving === 'now' || Date.now() < Date.parse(this.expiresAt)) return;
        event.preventDefault();
        this.#saving = 'waiting';
        this.dispatchEvent(new CustomEvent('addressneeded'));
    }
}
