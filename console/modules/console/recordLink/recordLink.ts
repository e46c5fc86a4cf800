import { LightningElement, api } from 'lwc';

/** A record's name that opens the record. @fires openrecord `{ recordId }`, bubbling to the page that hosts the link. */
export default class RecordLink extends LightningElement {
    @api recordId = '';
    @api label = '';

    get href(): string {
        return `#${this.recordId}`;
    }

    handleClick(event: Event): void {
        event.preventDefault();
        this.dispatchEvent(
            new CustomEvent('openrecord', { detail: { recordId: this.recordId }, bubbles: true, composed: true })
        );
    }
}
