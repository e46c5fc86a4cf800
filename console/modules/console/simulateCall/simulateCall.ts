import { LightningElement } from 'lwc';
import { pollWhileVisible } from 'console/polling';
import { type CustomerCall, type CustomerOnLine, describeCustomers } from './customersOnLine';
import { hangUpCustomer, listCallers, listCustomers, placeCall, type Ring } from './simulator';

type CallerKind = 'contact' | 'number' | 'withheld';

const KINDS: { value: CallerKind; label: string }[] = [
    { value: 'contact', label: 'Um cliente cadastrado' },
    { value: 'number', label: 'Outro número' },
    { value: 'withheld', label: 'Número oculto' }
];

const RINGS: { value: Ring; label: string }[] = [
    { value: 'me', label: 'Mim' },
    { value: 'everybody', label: 'Todos (fila Suporte)' }
];

const REFRESH_MS = 1_000;

/** The demonstration's customers: they call over the bridge's simulated line, and hang up. Nothing of this is deployed. */
export default class SimulateCall extends LightningElement {
    kinds = KINDS;
    kind: CallerKind = 'contact';
    rings = RINGS;
    ring: Ring = 'me';
    contacts: { value: string; label: string }[] = [];
    contactNumber = '';
    typedNumber = '';
    isOpen = false;
    isCalling = false;
    errorMessage = '';
    calls: readonly CustomerCall[] = [];
    stopPolling: (() => void) | null = null;

    override disconnectedCallback(): void {
        this.close();
    }

    get customers(): CustomerOnLine[] {
        return describeCustomers(this.calls, this.contacts);
    }

    get hasCustomers(): boolean {
        return this.calls.length > 0;
    }

    get isContact(): boolean {
        return this.kind === 'contact';
    }

    get isNumber(): boolean {
        return this.kind === 'number';
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        if (this.isOpen) this.close();
        else this.open();
    }

    open(): void {
        this.isOpen = true;
        void this.loadContacts();
        void this.loadCustomers();
        this.stopPolling = pollWhileVisible(() => this.loadCustomers(), REFRESH_MS);
    }

    close(): void {
        this.isOpen = false;
        this.stopPolling?.();
        this.stopPolling = null;
    }

    /** A list that is a second old is no error. */
    async loadCustomers(): Promise<void> {
        this.calls = await listCustomers().catch(() => this.calls);
    }

    async handleCustomerHangUp(event: Event): Promise<void> {
        const { callId } = (event.currentTarget as HTMLElement).dataset;
        if (!callId) return;
        this.errorMessage = '';
        try {
            await hangUpCustomer(callId);
        } catch (error) {
            this.errorMessage = (error as Error).message;
        }
        // the button goes with its customer, and must not take the focus along
        this.template?.querySelector<HTMLElement>('[data-id=customers]')?.focus();
        await this.loadCustomers();
    }

    async loadContacts(): Promise<void> {
        try {
            this.contacts = await listCallers();
        } catch (error) {
            this.errorMessage = `Não foi possível listar os clientes: ${(error as Error).message}`;
        }
    }

    handleKind(event: CustomEvent<{ value: CallerKind }>): void {
        this.kind = event.detail.value;
        this.errorMessage = '';
    }

    handleRing(event: CustomEvent<{ value: Ring }>): void {
        this.ring = event.detail.value;
    }

    handleContact(event: CustomEvent<{ value: string }>): void {
        this.contactNumber = event.detail.value;
    }

    handleNumber(event: CustomEvent<{ value: string }>): void {
        this.typedNumber = event.detail.value;
    }

    /** The number to call from: null when withheld, empty while none is given. */
    get number(): string | null {
        switch (this.kind) {
            case 'contact':
                return this.contactNumber;
            case 'number':
                return this.typedNumber.trim();
            case 'withheld':
                return null;
        }
    }

    async handleCall(event: Event): Promise<void> {
        event.preventDefault();
        const { number } = this;
        if (number === '') {
            this.errorMessage = this.isContact ? 'Escolha um cliente.' : 'Digite um número.';
            return;
        }
        this.errorMessage = '';
        this.isCalling = true;
        try {
            await placeCall(number, this.ring);
            // the call rings in the softphone now, and the panel would cover the Case
            this.close();
        } catch (error) {
            this.errorMessage = `A chamada não saiu: ${(error as Error).message}`;
        } finally {
            this.isCalling = false;
        }
    }
}
