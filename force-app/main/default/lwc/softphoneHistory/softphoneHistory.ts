import type { CallView } from 'bridge/contract';
import { fillPlaceholders, formatDay } from 'c/callFormat';
import type HistoryPlayer from 'c/historyPlayer';
import type { Listening } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { CHUNK_ROWS, type ChunkRange, FIRST_CHUNKS, chunkOf, chunksInSight } from './chunks';
import { filterCalls } from './filterCalls';
import { type HistoryRow, toHistoryRow } from './historyRow';
import { labels } from './labels';
import { type LayoutWatch, watchLayout } from './watchLayout';

/** Rows that come and go together; none while they are out of sight. */
interface Chunk {
    readonly key: number;
    readonly style: string;
    readonly rows: readonly HistoryRow[];
}

/**
 * Histórico: the calls of the agent's day, the one that ended last first. Only the rows in sight are rendered, and
 * those around the one that has the focus.
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
    range: ChunkRange = FIRST_CHUNKS;
    focusedLegId: string | null = null;

    #layout: LayoutWatch | null = null;
    #watchedChunks = 0;
    /** Where the focus belongs once that is rendered. */
    #focusNext: 'player' | 'row' | null = null;

    /** In the order in which they are listed. */
    @api
    get calls(): readonly CallView[] {
        return this.allCalls;
    }
    set calls(calls: readonly CallView[]) {
        this.allCalls = calls;
        this.applyFilter();
    }

    override connectedCallback(): void {
        this.#layout = watchLayout(() => this.updateRange());
        this.#watchedChunks = 0;
    }

    override renderedCallback(): void {
        if (this.#watchedChunks !== this.chunkCount) {
            this.#watchedChunks = this.chunkCount;
            this.#layout?.watch([...(this.template?.querySelectorAll('.chunk') ?? [])]);
        }
        this.updateRange();
        this.moveFocus();
    }

    override disconnectedCallback(): void {
        this.#layout?.stop();
        this.#layout = null;
    }

    get chunks(): Chunk[] {
        const { start, end } = this.range;
        const focused = chunkOf(this.matches.findIndex(({ legId }) => legId === this.focusedLegId));
        const heardLegId = this.listening?.call.legId ?? null;
        return Array.from({ length: this.chunkCount }, (_, key) => {
            const isRendered = (key >= start && key < end) || key === focused;
            const calls = this.matches.slice(key * CHUNK_ROWS, (key + 1) * CHUNK_ROWS);
            return {
                key,
                style: `height: calc(var(--row-height) * ${calls.length})`,
                rows: isRendered
                    ? calls.map((call, index) =>
                          toHistoryRow(call, key * CHUNK_ROWS + index, heardLegId, this.timeZone)
                      )
                    : []
            };
        });
    }

    get rowCount(): number {
        return this.matches.length;
    }

    get heading(): string {
        return this.day ? fillPlaceholders(labels.todayIs, formatDay(this.day)) : labels.today;
    }

    get hasCalls(): boolean {
        return this.allCalls.length > 0;
    }

    get hasMatches(): boolean {
        return this.rowCount > 0;
    }

    /** Empty while nothing is filtered: then there is nothing to say. */
    get filterOutcome(): string {
        if (!this.isFiltered || !this.hasCalls) return '';
        return this.hasMatches
            ? fillPlaceholders(labels.resultCount, String(this.rowCount))
            : fillPlaceholders(labels.historyNoneFound, this.filter.trim());
    }

    get outcomeClass(): string {
        return this.filterOutcome ? 'outcome slds-p-horizontal_small slds-p-vertical_x-small' : '';
    }

    get showsClear(): boolean {
        return this.hasCalls && !this.hasMatches;
    }

    get callBackUnavailable(): string {
        return String(this.disabled);
    }

    /** None or one; another call is another player. */
    get listened(): Listening[] {
        return this.listening ? [this.listening] : [];
    }

    get listClass(): string {
        return this.listening ? 'list_above-player' : '';
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

    private get chunkCount(): number {
        return Math.ceil(this.rowCount / CHUNK_ROWS);
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
        (this.refs?.filter as HTMLElement | undefined)?.focus();
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }

    handleOpenCase(event: Event): void {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId } }));
    }

    handleCallBack(event: Event): void {
        const call = this.matches.find(({ legId }) => legId === legIdOf(event));
        if (!call?.number || this.disabled) return;
        const recordId = call.caller?.who?.id ?? null;
        this.dispatchEvent(new CustomEvent('dial', { detail: { number: call.number, recordId } }));
    }

    /** Once more puts it away. */
    handleListen(event: Event): void {
        const call = this.matches.find(({ legId }) => legId === legIdOf(event));
        if (!call) return;
        if (call.legId === this.listening?.call.legId) {
            this.handleStopListening();
            return;
        }
        this.#focusNext = 'player';
        this.dispatchEvent(new CustomEvent('recordingwanted', { detail: { call } }));
    }

    handleTicketWanted(): void {
        const call = this.listening?.call;
        if (call) this.dispatchEvent(new CustomEvent('recordingwanted', { detail: { call } }));
    }

    handleStopListening(): void {
        // the row may be out of sight by now
        this.focusedLegId = this.listening?.call.legId ?? null;
        this.#focusNext = 'row';
        this.dispatchEvent(new CustomEvent('recordingclose'));
    }

    handleFocusIn(event: Event): void {
        this.focusedLegId = legIdOf(event) ?? null;
    }

    /** What the Tab key leads to is not left behind the player. A click must find its row where it was. */
    handleKeyUp(event: KeyboardEvent): void {
        if (event.key === 'Tab' && this.listening)
            (event.currentTarget as Element).scrollIntoView({ block: 'nearest' });
    }

    handleFocusOut(): void {
        this.focusedLegId = null;
    }

    private applyFilter(): void {
        this.matches = filterCalls(this.allCalls, this.filter);
    }

    private moveFocus(): void {
        if (this.#focusNext === 'player' && this.listening) {
            this.#focusNext = null;
            this.template?.querySelector<HTMLElement & HistoryPlayer>('c-history-player')?.focus();
        }
        if (this.#focusNext === 'row' && !this.listening) {
            this.#focusNext = null;
            const buttons = [...(this.template?.querySelectorAll<HTMLElement>('.listen') ?? [])];
            const button = buttons.find(({ dataset }) => dataset.legId === this.focusedLegId);
            (button ?? (this.refs?.filter as HTMLElement | undefined))?.focus();
        }
    }

    private updateRange(): void {
        const list = this.refs?.list;
        if (!list) return;
        const { start, end } = chunksInSight(list.getBoundingClientRect(), this.rowCount, window.innerHeight);
        if (start !== this.range.start || end !== this.range.end) this.range = { start, end };
    }
}

const legIdOf = (event: Event): string | undefined => (event.currentTarget as HTMLElement).dataset.legId;
