import type { Candidate } from 'bridge/contract';
import { type LookupView, STARTING_VIEW, createContactLookup } from 'c/contactLookup';
import type { ContactsState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Option {
    readonly contact: Candidate;
    readonly domId: string;
    readonly selected: 'true' | 'false';
}

/**
 * A field that finds people by name, number, CPF or CNPJ and lists them below; at first the recent ones (WAI-ARIA,
 * combobox pattern).
 * @fires contactsearch with `{ search }`, empty for the recent ones
 * @fires contactchoose with `{ candidate }`
 */
export default class ContactSearch extends LightningElement {
    @api label = '';
    labels = labels;
    text = '';
    activeId: string | null = null;
    view: LookupView = STARTING_VIEW;
    isDisabled = false;

    #contacts: ContactsState | null = null;
    #lookup = createContactLookup(
        (search) => this.dispatchEvent(new CustomEvent('contactsearch', { detail: { search } })),
        (view) => {
            this.view = view;
        }
    );

    /** While the bridge is away nothing can be asked of it. */
    @api
    get disabled(): boolean {
        return this.isDisabled;
    }
    set disabled(disabled: boolean) {
        this.isDisabled = disabled;
        if (this.isConnected) this.resume();
    }

    /** The softphone's search for people. */
    @api
    get contacts(): ContactsState | null {
        return this.#contacts;
    }
    set contacts(contacts: ContactsState | null) {
        this.#contacts = contacts;
        if (contacts) this.#lookup.receive(contacts);
    }

    @api
    focus(): void {
        (this.refs?.field as HTMLElement | undefined)?.focus();
    }

    override connectedCallback(): void {
        if (!this.isDisabled) this.#lookup.askAgain();
    }

    override disconnectedCallback(): void {
        this.#lookup.close();
    }

    get options(): Option[] {
        return this.view.contacts.map((contact) => ({
            contact,
            domId: `option-${contact.id}`,
            selected: contact.id === this.activeId ? 'true' : 'false'
        }));
    }

    get hasOptions(): boolean {
        return this.view.contacts.length > 0;
    }

    get expanded(): string {
        return String(this.hasOptions);
    }

    get activeOptionId(): string | null {
        return this.activeContact ? `option-${this.activeContact.id}` : null;
    }

    get statusClass(): string {
        return this.view.isStatusShown ? 'weak slds-m-top_x-small' : 'slds-assistive-text';
    }

    get showsRetry(): boolean {
        return this.view.isFailed && !this.isDisabled;
    }

    private get activeContact(): Candidate | undefined {
        return this.view.contacts.find(({ id }) => id === this.activeId);
    }

    handleInput(event: Event): void {
        this.setText((event.target as HTMLInputElement).value);
    }

    handleFocus(): void {
        this.resume();
    }

    handleRetry(): void {
        this.focus();
        this.resume();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'ArrowDown') this.moveActive(1);
        else if (event.key === 'ArrowUp') this.moveActive(-1);
        else if (event.key === 'Enter') this.choose(this.activeContact);
        else if (event.key === 'Escape' && this.text) this.setText('');
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    /** The focus stays in the field. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    handleChoose(event: Event): void {
        const { contactId } = (event.currentTarget as HTMLElement).dataset;
        this.choose(this.view.contacts.find(({ id }) => id === contactId));
    }

    private resume(): void {
        if (!this.isDisabled) this.#lookup.resume();
    }

    private setText(text: string): void {
        this.text = text;
        this.activeId = null;
        this.#lookup.type(text);
    }

    private moveActive(step: 1 | -1): void {
        const { contacts } = this.view;
        const index = contacts.findIndex(({ id }) => id === this.activeId);
        const next = Math.min(Math.max(index + step, 0), contacts.length - 1);
        this.activeId = contacts[next]?.id ?? null;
        this.template?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
    }

    private choose(candidate: Candidate | undefined): void {
        if (candidate && !this.isDisabled)
            this.dispatchEvent(new CustomEvent('contactchoose', { detail: { candidate } }));
    }
}
