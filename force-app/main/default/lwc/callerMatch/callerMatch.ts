import type { CallerView } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { type CandidateRow, toCandidateRow } from './candidateRow';
import { labels } from './labels';
import { matchReason } from './matchReason';

/**
 * Why the caller is taken for who they are taken for, and, when others have the number too, the list of them.
 * @fires callerchoose with `{ candidateId }`, null for none of them
 */
export default class CallerMatch extends LightningElement {
    /** Null until the lookup is done. */
    @api caller: CallerView | null = null;
    /** What has become of what the agent chose last; `none` also once the bridge has told of it. */
    @api choice: 'none' | 'pending' | 'overdue' = 'none';
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;

    labels = labels;
    isOpened = false;

    get reason(): string {
        if (this.choice === 'pending') return labels.choiceSaving;
        if (this.choice === 'overdue') return labels.choiceOverdue;
        return this.caller ? matchReason(this.caller) : labels.callerPending;
    }

    get rows(): CandidateRow[] {
        return (this.caller?.others ?? []).map(toCandidateRow);
    }

    get hasOthers(): boolean {
        return this.rows.length > 0;
    }

    get isOpen(): boolean {
        return this.isOpened && this.hasOthers && !this.isUnavailable;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get unavailable(): string {
        return String(this.isUnavailable);
    }

    /** A company is no person, and neither is nobody. */
    get toggleLabel(): string {
        const kind = this.caller?.who?.kind;
        return kind && kind !== 'account' ? labels.notThisPerson : labels.otherRecord;
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
    }

    handleChoose(event: Event): void {
        const { candidateId } = (event.currentTarget as HTMLElement).dataset;
        this.closeAndKeepFocus();
        this.dispatchEvent(new CustomEvent('callerchoose', { detail: { candidateId: candidateId ?? null } }));
    }

    /** The focus stays on the button: Safari gives none to what is clicked, and the list would close before the click. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (!this.isOpen) return;
        if (event.key === 'Escape') this.closeAndKeepFocus();
        else if (event.key === 'ArrowDown') this.moveFocus(1);
        else if (event.key === 'ArrowUp') this.moveFocus(-1);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    handleFocusOut(event: FocusEvent): void {
        const isInside = (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null);
        if (!isInside) this.isOpened = false;
    }

    private closeAndKeepFocus(): void {
        this.isOpened = false;
        (this.refs?.toggle as HTMLElement | undefined)?.focus();
    }

    /** From the button, which comes before the list, into it, through it and back. */
    private moveFocus(step: 1 | -1): void {
        const stops = [...(this.template?.querySelectorAll<HTMLElement>('button') ?? [])];
        const index = stops.indexOf(this.template?.activeElement as HTMLElement);
        stops[index + step]?.focus();
    }
}
