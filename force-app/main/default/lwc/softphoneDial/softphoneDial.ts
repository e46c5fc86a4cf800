import type { Candidate } from 'bridge/contract';
import { fillPlaceholders, isDialled } from 'c/callFormat';
import { type LookupView, STARTING_VIEW, createContactLookup } from 'c/contactLookup';
import type { ContactsState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { type FieldText, eraseBefore, groupDigits, insertDigit } from './fieldText';
import { labels } from './labels';

interface DialRow {
    readonly contact: Candidate;
    readonly canCall: boolean;
    readonly callLabel: string;
    readonly openLabel: string;
}

/**
 * Discar: one field for a number, typed or pressed, or for the name of somebody on record; below, whom it finds.
 * @fires dial with `{ number, recordId }`, the record null for a number that was typed
 * @fires contactsearch with `{ search }`, empty for the recent ones
 * @fires recordopen with `{ recordId }`
 */
export default class SoftphoneDial extends LightningElement {
    /** Whether the telephony side can place calls. */
    @api canDial = false;
    /** Whether the bridge is being asked to place a call. */
    @api dialling = false;

    labels = labels;
    text = '';
    view: LookupView = STARTING_VIEW;
    isDisabled = false;

    #dialled: string | null = null;
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
        if (this.isConnected && !disabled) this.#lookup.resume();
    }

    /** The number that is called: once the agent has what they typed, it goes. */
    @api
    get dialled(): string | null {
        return this.#dialled;
    }
    set dialled(number: string | null) {
        this.#dialled = number;
        if (number && number === this.text.trim()) this.write({ text: '', cursor: 0 });
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

    override connectedCallback(): void {
        if (!this.isDisabled) this.#lookup.askAgain();
    }

    override disconnectedCallback(): void {
        this.#lookup.close();
    }

    get rows(): DialRow[] {
        return this.view.contacts.map((contact) => ({
            contact,
            canCall: this.canDial && Boolean(contact.phone),
            callLabel: fillPlaceholders(labels.dialTo, contact.name),
            openLabel: fillPlaceholders(labels.openRecord, contact.name)
        }));
    }

    get hasRows(): boolean {
        return this.view.contacts.length > 0;
    }

    get listLabel(): string {
        return this.view.heading || labels.dialField;
    }

    get showsPad(): boolean {
        return this.canDial && !this.isName;
    }

    get isListOnly(): boolean {
        return !this.canDial;
    }

    get dialLabel(): string {
        return this.dialling ? labels.dialling : labels.dial;
    }

    get cannotDial(): boolean {
        return this.isBusy || !isDialled(this.text);
    }

    get callUnavailable(): string {
        return String(this.isBusy);
    }

    get statusClass(): string {
        return this.view.isStatusShown ? 'weak slds-m-top_x-small' : 'slds-assistive-text';
    }

    get showsRetry(): boolean {
        return this.view.isFailed && !this.isDisabled;
    }

    private get isBusy(): boolean {
        return this.isDisabled || this.dialling || !this.canDial;
    }

    private get isName(): boolean {
        return /\p{L}/u.test(this.text) && !isDialled(this.text);
    }

    private get field(): HTMLInputElement {
        return this.refs?.field as HTMLInputElement;
    }

    /** Whom the agent spoke with since is among the recent ones, too. */
    handleFocus(): void {
        if (this.isDisabled) return;
        if (this.text) this.#lookup.resume();
        else this.#lookup.askAgain();
    }

    handleInput(): void {
        const { value, selectionStart } = this.field;
        this.write(groupDigits({ text: value, cursor: selectionStart ?? value.length }));
    }

    handleDigit({ detail }: CustomEvent<{ digit: string }>): void {
        this.write(insertDigit(this.text, ...this.selection(), detail.digit));
    }

    handleErase(): void {
        this.write(eraseBefore(this.text, ...this.selection()));
        this.field.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !this.isName) this.handleDial();
        else if (event.key === 'Enter' || event.key === 'ArrowDown') this.enterList();
        else if (event.key === 'Escape' && this.text) this.write({ text: '', cursor: 0 });
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    handleDial(): void {
        if (!this.cannotDial) this.dial(this.text.trim(), null);
    }

    handleCall(event: Event): void {
        const contact = this.contactOf(event);
        if (contact?.phone && !this.isBusy) this.dial(contact.phone, contact.id);
    }

    handleOpen(event: Event): void {
        const recordId = this.contactOf(event)?.id;
        this.dispatchEvent(new CustomEvent('recordopen', { detail: { recordId } }));
    }

    handleRetry(): void {
        this.field.focus();
        this.#lookup.resume();
    }

    private contactOf(event: Event): Candidate | undefined {
        const { contactId } = (event.currentTarget as HTMLElement).dataset;
        return this.view.contacts.find(({ id }) => id === contactId);
    }

    private dial(number: string, recordId: string | null): void {
        this.dispatchEvent(new CustomEvent('dial', { detail: { number, recordId } }));
    }

    private selection(): [number, number] {
        const { selectionStart, selectionEnd } = this.field;
        return [selectionStart ?? this.text.length, selectionEnd ?? this.text.length];
    }

    private write({ text, cursor }: FieldText): void {
        if (this.field.value !== text) {
            this.field.value = text;
            this.field.setSelectionRange(cursor, cursor);
        }
        this.text = text;
        this.#lookup.type(this.isName ? text : '');
    }

    private enterList(): void {
        this.template?.querySelector<HTMLElement>('.call, .open')?.focus();
    }
}
