import { formatCount } from 'console/caseRecord';
import type { Customer } from 'console/customerRecord';
import { loadCustomer } from 'console/customerRecord';
import RecordPage from 'console/recordPage';

/** The record page of a Contact or an Account. */
export default class CustomerPage extends RecordPage {
    customer: Customer | null = null;

    async load(): Promise<void> {
        this.customer = await loadCustomer(this.recordId);
        this.announceTitle(this.customer.name);
    }

    get isLoading(): boolean {
        return this.customer === null;
    }

    get casesTitle(): string {
        const { customer } = this;
        return customer ? `Casos (${formatCount(customer.cases, customer.hasMoreCases)})` : 'Casos';
    }
}
