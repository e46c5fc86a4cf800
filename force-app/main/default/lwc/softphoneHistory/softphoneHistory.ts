import type { CallView } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { type HistoryRow, toHistoryRow } from './historyRow';
import { labels } from './labels';

/**
 * Histórico: the calls of the agent's day, the one that ended last first.
 * @fires caseopen with `{ recordId }`
 * @fires retry when the agent wants the history to be loaded again
 */
export default class SoftphoneHistory extends LightningElement {
    /** In the order in which they are listed. */
    @api calls: readonly CallView[] = [];
    @api status: 'loading' | 'ready' | 'failed' = 'loading';
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';

    labels = labels;

    get rows(): HistoryRow[] {
        return this.calls.map((call) => toHistoryRow(call, this.timeZone));
    }

    get isLoading(): boolean {
        return this.status === 'loading' && this.calls.length === 0;
    }

    get isEmpty(): boolean {
        return this.status === 'ready' && this.calls.length === 0;
    }

    get isFailed(): boolean {
        return this.status === 'failed';
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }

    handleOpenCase(event: Event): void {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId } }));
    }
}
