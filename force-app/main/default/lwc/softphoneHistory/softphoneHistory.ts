import type { CallView } from 'bridge/contract';
import { fillPlaceholders, formatDay } from 'c/callFormat';
import type HistoryList from 'c/historyList';
import type HistoryPlayer from 'c/historyPlayer';
import type { Listening } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { filterCalls } from './filterCalls';
import { labels } from './labels';

/**
 * Histórico: the calls of the agent's day, the one that ended last first.
 * @fires caseopen with `{ recordId }`
 * @fires dial with `{ number, recordId }`, the record null for somebody who is not on record
 * @fires recordingwanted with `{ call }`, also when its ticket does not serve any longer
 * @fires recordingclose
 * @fires retry when the agent wants the history to be loaded again
 */
export default class SoftphoneHistory extends LightningElement {
    @api status: 'loading' | 'ready' | 'failed' = 'loading';
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';
    /** The agent's day, as `YYYY-MM-DD`. */
    @api day = '';
    /** Whether the telephony side can place calls. */
    @api canDial = false;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** What the agent hears again, at the foot of the list. */
    @api listening: Listening | null = null;

    labels = labels;
    filter = '';
    allCalls: readonly CallView[] = [];
    matches: readonly CallView[] = [];
    /** What was asked for takes the focus once it is rendered. */
    #focusesPlayer = false;

    /** In the order in which they are listed. */
    @api
    get calls(): readonly CallView[] {
        return this.allCalls;
    }
    set calls(calls: readonly CallView[]) {
        this.allCalls = calls;
        this.applyFilter();
    }

    override renderedCallback(): void {
        if (!this.#focusesPlayer || !this.listening) return;
        this.#focusesPlayer = false;
        this.template?.querySelector<HTMLElement & HistoryPlayer>('c-history-player')?.focus();
    }

    get heading(): string {
        return this.day ? fillPlaceholders(labels.todayIs, formatDay(this.day)) : labels.today;
    }

    get hasCalls(): boolean {
        return this.allCalls.length > 0;
    }

    get hasMatches(): boolean {
        return this.matches.length > 0;
    }

    /** Empty while nothing is filtered: then there is nothing to say. */
    get filterOutcome(): string {
        if (!this.isFiltered || !this.hasCalls) return '';
        return this.hasMatches
            ? fillPlaceholders(labels.resultCount, String(this.matches.length))
            : fillPlaceholders(labels.historyNoneFound, this.filter.trim());
    }

    get outcomeClass(): string {
        return this.filterOutcome ? 'outcome slds-p-horizontal_small slds-p-vertical_x-small' : '';
    }

    get showsClear(): boolean {
        return this.hasCalls && !this.hasMatches;
    }

    /** None or one; another call is another player. */
    get listened(): Listening[] {
        return this.listening ? [this.listening] : [];
    }

    get listenedLegId(): string | null {
        return this.listening?.call.legId ?? null;
    }

    get isLoading(): boolean {
        return this.status === 'loading' && !this.hasCalls;
    }

    get isEmpty(): boolean {
        return this.status === 'ready' && !this.hasCalls;
    }

    get isFailed(): boolean {
        return this.status === 'failed';
    }

    private get isFiltered(): boolean {
        return this.filter.trim() !== '';
    }

    handleFilter({ detail }: CustomEvent<{ value: string }>): void {
        this.filter = detail.value;
        this.applyFilter();
        // what was found begins where the agent may have scrolled away from
        (this.refs?.start as HTMLElement | undefined)?.scrollIntoView({ block: 'nearest' });
    }

    handleClearFilter(): void {
        this.filter = '';
        this.applyFilter();
        this.focusFilter();
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }

    handleRowAction({ type, detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** Once more puts it away. */
    handleListen({ detail }: CustomEvent<{ call: CallView }>): void {
        if (detail.call.legId === this.listenedLegId) {
            this.handleStopListening();
            return;
        }
        this.#focusesPlayer = true;
        this.dispatchEvent(new CustomEvent('recordingwanted', { detail }));
    }

    handleTicketWanted(): void {
        const call = this.listening?.call;
        if (call) this.dispatchEvent(new CustomEvent('recordingwanted', { detail: { call } }));
    }

    /** The focus goes back to the row, which may be out of sight, or filtered out, by now. */
    handleStopListening(): void {
        const list = this.refs?.list as (HTMLElement & HistoryList) | undefined;
        const isInRow = this.listenedLegId !== null && list?.focusListen(this.listenedLegId);
        if (!isInRow) this.focusFilter();
        this.dispatchEvent(new CustomEvent('recordingclose'));
    }

    private applyFilter(): void {
        this.matches = filterCalls(this.allCalls, this.filter);
    }

    private focusFilter(): void {
        (this.refs?.filter as HTMLElement | undefined)?.focus();
    }
}
