import { LightningElement } from 'lwc';
import { listCallers, placeCall } from './simulator';

type CallerKind = 'contact' | 'number' | 'withheld';

const KINDS: { value: CallerKind; label: string }[] = [
    { value: 'contact', label: 'Um cliente cadastrado' },
    { value: 'number', label: 'Outro número' },
    { value: 'withheld', label: 'Número oculto' }
];

/** The demonstration's telephone: makes the bridge's simulated line ring. No part of what Salesforce runs. */
export default class SimulateCall extends LightningElement {
    kinds = KINDS;
    kind: CallerKind = 'contact';
    contacts: { value: string; label: string }[] = [];
    contactNumber = '';
    typedNumber = '';
    isOpen = false;
    isCalling = false;
    errorMessage = '';

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
        this.isOpen = !this.isOpen;
        if (this.isOpen) void this.loadContacts();
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
            await placeCall(number);
            // the call rings in the softphone now, and the panel would cover the Case
            this.isOpen = false;
        } catch (error) {
            this.errorMessage = `A chamada não saiu: ${(error as Error).message}`;
        } finally {
            this.isCalling = false;
        }
    }
}
