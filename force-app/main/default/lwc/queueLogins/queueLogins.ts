import { fillPlaceholders } from 'c/callFormat';
import type { QueueLoginsState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { type QueueRow, queueRows } from './queueRows';

/**
 * The queues that the agent enters and leaves, with who waits there.
 * @fires queueswanted when it is opened, and when the agent tries again
 * @fires queueloginchange with `{ name, isIn }`
 * @fires close when Escape is pressed
 */
export default class QueueLogins extends LightningElement {
    @api queueLogins: QueueLoginsState = { status: 'idle', queues: [], changing: {}, changed: null };
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;

    labels = labels;

    #isShown = false;

    override connectedCallback(): void {
        this.want();
    }

    /** Whoever opened it is in it. */
    override renderedCallback(): void {
        if (!this.#isShown) (this.refs?.panel as HTMLElement | undefined)?.focus();
        this.#isShown = true;
    }

    get rows(): QueueRow[] {
        return queueRows(this.queueLogins, this.disabled);
    }

    get hasQueues(): boolean {
        return this.queueLogins.queues.length > 0;
    }

    get isFailed(): boolean {
        return this.queueLogins.status === 'failed';
    }

    /** Why no queue is there, or that what is there may be old. */
    get message(): string {
        if (this.isFailed) return labels.failed;
        if (this.hasQueues) return '';
        return this.queueLogins.status === 'ready' ? labels.empty : labels.loading;
    }

    /** What is said of the last change. */
    get announcement(): string {
        const { changed } = this.queueLogins;
        return changed ? fillPlaceholders(changed.isIn ? labels.entered : labels.left, changed.name) : '';
    }

    handleChange({ target }: Event): void {
        const { checked, dataset } = target as HTMLInputElement;
        const name = dataset.name ?? '';
        // one change after the other: the next one waits until this one is through
        if (name in this.queueLogins.changing) (target as HTMLInputElement).checked = !checked;
        else this.dispatchEvent(new CustomEvent('queueloginchange', { detail: { name, isIn: checked } }));
    }

    handleRetry(): void {
        this.want();
        (this.refs?.panel as HTMLElement | undefined)?.focus();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleClose();
    }

    private want(): void {
        if (!this.disabled) this.dispatchEvent(new CustomEvent('queueswanted'));
    }
}
