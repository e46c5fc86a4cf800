import type { CallView } from 'bridge/contract';
import type { Draft } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { type NoteKeeper, createNoteKeeper } from './noteKeeper';
import { EMPTY_NOTE, saysTheSame } from './noteText';

interface ReasonOption {
    readonly label: string;
    readonly value: string;
}

/** As long as the bridge takes it. */
const MAX_LENGTH = 20_000;

/**
 * Why the customer calls and what the agent writes down about it, saved as it is written, during the call and after.
 * @fires notechange with `{ callId, legId, note }`
 */
export default class CallNotes extends LightningElement {
    /** What was handed over and is not stored. */
    @api draft: Draft | undefined;

    labels = labels;
    maxLength = MAX_LENGTH;
    note = EMPTY_NOTE;
    isStored = true;
    reasonOptions: readonly ReasonOption[] = [];

    #call!: CallView;
    #reasons: readonly string[] = [];
    #keeper: NoteKeeper = createNoteKeeper({
        save: (note) => {
            const { callId, legId } = this.#call;
            this.dispatchEvent(new CustomEvent('notechange', { detail: { callId, legId, note } }));
        },
        onChange: () => this.show()
    });
    #flush = (): void => this.#keeper.flush();

    @api
    get call(): CallView {
        return this.#call;
    }
    set call(call: CallView) {
        this.#call = call;
        this.#keeper.receive(call.note);
    }

    /** What the contact centre lets the agent choose from. */
    @api
    get reasons(): readonly string[] {
        return this.#reasons;
    }
    set reasons(reasons: readonly string[]) {
        this.#reasons = reasons;
        this.reasonOptions = this.listReasons();
    }

    override connectedCallback(): void {
        window.addEventListener('pagehide', this.#flush);
    }

    override disconnectedCallback(): void {
        window.removeEventListener('pagehide', this.#flush);
        this.#flush();
    }

    get hasReasons(): boolean {
        return this.reasonOptions.length > 1;
    }

    get reason(): string {
        return this.note.reason ?? '';
    }

    /** Nothing as long as there is nothing to save. */
    get status(): string {
        if (this.isStored && this.draft?.isRefused) return labels.noteNotSaved;
        if (!this.isStored || this.draft) return labels.noteSaving;
        return saysTheSame(this.note, EMPTY_NOTE) ? '' : labels.noteSaved;
    }

    handleReason({ detail }: CustomEvent<{ value: string }>): void {
        this.#keeper.edit({ reason: detail.value || null });
        this.#keeper.flush();
    }

    handleText({ detail }: CustomEvent<{ value: string }>): void {
        this.#keeper.edit({ text: detail.value });
    }

    handleFocusIn(): void {
        this.#keeper.setFocused(true);
    }

    handleFocusOut(): void {
        this.#keeper.setFocused(false);
    }

    private show(): void {
        const { shown, isStored } = this.#keeper;
        const isOtherReason = shown.reason !== this.note.reason;
        this.note = shown;
        this.isStored = isStored;
        if (isOtherReason) this.reasonOptions = this.listReasons();
    }

    /** A reason that was chosen before the list changed stays in it. */
    private listReasons(): ReasonOption[] {
        const { reason } = this.note;
        const names = reason && !this.#reasons.includes(reason) ? [...this.#reasons, reason] : this.#reasons;
        return [{ label: labels.noReason, value: '' }, ...names.map((name) => ({ label: name, value: name }))];
    }
}
