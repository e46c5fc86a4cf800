import { LightningElement, api } from 'lwc';
import type { Customer } from 'console/customerRecord';
import { loadCustomer } from 'console/customerRecord';

/** The record page of a Contact or an Account. @fires titlechange `{ recordId, title }`. */
export default class CustomerPage extends LightningElement {
    @api recordId = '';

    customer: Customer | null = null;
    errorMessage = '';

    override connectedCallback(): void {
        void this.load();
    }

    async load(): Promise<void> {
        try {
            this.customer = await loadCustomer(this.recordId);
            const detail = { recordId: this.recordId, title: this.customer.name };
            this.dispatchEvent(new CustomEvent('titlechange', { detail }));
        } catch (error) {
            this.errorMessage = (error as Error).message;
        }
    }

    get isLoading(): boolean {
        return this.customer === null;
    }

    get casesTitle(): string {
        return `Casos (${this.customer?.cases.length ?? 0})`;
    }
}
