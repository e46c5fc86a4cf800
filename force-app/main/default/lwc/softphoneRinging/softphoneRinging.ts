import type { CallView } from 'bridge/contract';
import { callerName, callerNumber, fillPlaceholders, formatDuration, waitingMs } from 'c/callFormat';
import { type PendingCommand, isOverdue } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { optionAfterKey } from './optionAfterKey';

interface RingingRow {
    readonly legId: string;
    readonly number: string;
    readonly name: string | null;
    readonly queue: string;
    readonly waiting: string;
    readonly selected: 'true' | 'false';
    readonly tabIndex: '0' | '-1';
}

/**
 * Tocando: the calls that ring for the agent, as a list box with one button that answers the selected call.
 * @fires callselect with `{ legId }`
 * @fires callanswer with `{ legId }`
 */
export default class SoftphoneRinging extends LightningElement {
    @api calls: readonly CallView[] = [];
    @api selectedLegId: string | null = null;
    /** By leg id. */
    @api pending: Readonly<Record<string, PendingCommand>> = {};
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** While the agent is on a call there is no other to answer: nothing puts the first one on hold. */
    @api busy = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get isEmpty(): boolean {
        return this.calls.length === 0;
    }

    get rows(): RingingRow[] {
        return this.calls.map((call) => {
            const isSelected = call.legId === this.selectedLegId;
            return {
                legId: call.legId,
                number: callerNumber(call) ?? labels.unknownNumber,
                name: callerName(call),
                queue: call.queue ? fillPlaceholders(labels.queue, call.queue) : '',
                waiting: formatDuration(waitingMs(call, this.nowMs)),
                selected: isSelected ? 'true' : 'false',
                tabIndex: isSelected ? '0' : '-1'
            };
        });
    }

    get canBeAnsweredHere(): boolean {
        return this.selectedCall?.actions.includes('answer') ?? false;
    }

    get answerLabel(): string {
        return this.selectedCall && this.isAnswering(this.selectedCall) ? labels.answering : labels.answer;
    }

    get cannotAnswer(): boolean {
        return !this.selectedCall || !this.canAnswer(this.selectedCall);
    }

    /** What the agent should know about answering the selected call; empty when the button says it all. */
    get hint(): string {
        if (!this.canBeAnsweredHere) return labels.answerOnPhone;
        if (this.busy) return labels.answerAfterCall;
        const command = this.selectedCall && this.pending[this.selectedCall.legId];
        return command && isOverdue(command, this.nowMs) ? labels.answerOverdue : '';
    }

    private get selectedCall(): CallView | undefined {
        return this.calls.find(({ legId }) => legId === this.selectedLegId);
    }

    handleSelect(event: Event): void {
        this.select((event.currentTarget as HTMLElement).dataset.legId);
    }

    handleDoubleClick(event: Event): void {
        this.handleSelect(event);
        this.answer((event.currentTarget as HTMLElement).dataset.legId);
    }

    handleAnswer(): void {
        this.answer(this.selectedLegId ?? undefined);
    }

    handleKeyDown(event: KeyboardEvent): void {
        const legId = (event.currentTarget as HTMLElement).dataset.legId;
        const index = this.calls.findIndex((call) => call.legId === legId);
        const nextIndex = optionAfterKey(event.key, index, this.calls.length);
        if (event.key === 'Enter') this.answer(legId);
        else if (nextIndex === null) return;
        else this.moveTo(nextIndex);
        event.preventDefault();
    }

    private moveTo(index: number): void {
        this.select(this.calls[index]?.legId);
        this.template?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
    }

    private select(legId: string | undefined): void {
        if (legId) this.dispatchEvent(new CustomEvent('callselect', { detail: { legId } }));
    }

    private answer(legId: string | undefined): void {
        const call = this.calls.find((one) => one.legId === legId);
        if (call && this.canAnswer(call)) this.dispatchEvent(new CustomEvent('callanswer', { detail: { legId } }));
    }

    private canAnswer(call: CallView): boolean {
        return !this.disabled && !this.busy && !this.isAnswering(call) && call.actions.includes('answer');
    }

    private isAnswering({ legId }: CallView): boolean {
        const command = this.pending[legId];
        return command !== undefined && !isOverdue(command, this.nowMs);
    }
}
