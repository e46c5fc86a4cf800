import type { CallerView, Candidate } from 'bridge/contract';
import type { ContactsState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { matchReason } from './matchReason';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Why the caller is taken for who they are taken for, and who they may be in truth: whoever else has the number, then
 * whoever a search finds.
 * @fires callerchoose with `{ candidateId }`, null for none of them
 * @fires contactsearch with `{ search }`
 */
export default class CallerMatch extends LightningElement {
    /** Null until the lookup is done. */
    @api caller: CallerView | null = null;
    /** What has become of what the agent chose last; `none` also once the bridge has told of it. */
    @api choice: 'none' | 'pending' | 'overdue' = 'none';
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** The softphone's search for people. */
    @api contacts: ContactsState | null = null;

    labels = labels;
    isOpened = false;

    /** What was scrolled into sight since the agent opened the panel: it, then whom the search found first. */
    #inSight: 'nothing' | 'panel' | 'people' = 'nothing';

    override renderedCallback(): void {
        if (!this.isOpen || this.#inSight === 'people') return;
        const shown = this.contacts?.status === 'ready' ? 'people' : 'panel';
        if (shown !== this.#inSight) this.template?.querySelector('.match')?.scrollIntoView({ block: 'nearest' });
        this.#inSight = shown;
    }

    get reason(): string {
        if (this.choice === 'pending') return labels.choiceSaving;
        if (this.choice === 'overdue') return labels.choiceOverdue;
        return this.caller ? matchReason(this.caller) : labels.callerPending;
    }

    get others(): readonly Candidate[] {
        return this.caller?.others ?? [];
    }

    /** Before the lookup is done there is nobody to change. */
    get canChange(): boolean {
        return this.caller !== null;
    }

    /** The others, or that it is none of them. */
    get hasCandidates(): boolean {
        return this.others.length > 0 || this.canBeNobody;
    }

    get isOpen(): boolean {
        return this.isOpened && this.canChange && !this.isUnavailable;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get unavailable(): string {
        return String(this.isUnavailable);
    }

    /** A company is no person. */
    get toggleLabel(): string {
        const who = this.caller?.who;
        if (!who) return labels.chooseRecord;
        return who.kind === 'account' ? labels.otherRecord : labels.notThisPerson;
    }

    /** That it is none of them needs to be said once only. */
    get canBeNobody(): boolean {
        return this.caller?.who !== null;
    }

    private get isUnavailable(): boolean {
        return this.disabled || this.choice === 'pending';
    }

    handleToggle(): void {
        this.isOpened = !this.isOpen && !this.isUnavailable;
        this.#inSight = 'nothing';
    }

    handleChoose(event: Event): void {
        const { candidateId } = (event.currentTarget as HTMLElement).dataset;
        this.choose(candidateId ?? null);
    }

    handleContactChoose({ detail }: CustomEvent<{ candidate: Candidate }>): void {
        this.choose(detail.candidate.id);
    }

    handleContactSearch({ detail }: CustomEvent<{ search: string }>): void {
        this.dispatchEvent(new CustomEvent('contactsearch', { detail }));
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.isOpen) return;
        this.closeAndKeepFocus();
        event.preventDefault();
        event.stopPropagation();
    }

    /** From the list's first button through it and back. */
    handleListKeyDown(event: KeyboardEvent): void {
        const step = STEPS[event.key];
        if (!step) return;
        const stops = [...(this.template?.querySelectorAll<HTMLElement>('.candidate') ?? [])];
        const index = stops.indexOf(this.template?.activeElement as HTMLElement);
        stops[index + step]?.focus();
        event.preventDefault();
    }

    private choose(candidateId: string | null): void {
        this.closeAndKeepFocus();
        this.dispatchEvent(new CustomEvent('callerchoose', { detail: { candidateId } }));
    }

    private closeAndKeepFocus(): void {
        this.isOpened = false;
        (this.refs?.toggle as HTMLElement | undefined)?.focus();
    }
}
