import type { CallView } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { CHUNK_ROWS, type ChunkRange, FIRST_CHUNKS, chunkOf, chunksInSight } from './chunks';
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
 * The calls of Histórico. Only the rows in sight are rendered, and those around the one that has the focus.
 * @fires caseopen with `{ recordId }`
 * @fires dial with `{ number, recordId }`, the record null for somebody who is not on record
 * @fires listen with `{ call }`
 */
export default class HistoryList extends LightningElement {
    /** In the order in which they are listed. */
    @api calls: readonly CallView[] = [];
    /** Of the call that the agent hears again, below the list. */
    @api listenedLegId: string | null = null;
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';
    /** Whether the telephony side can place calls. */
    @api canDial = false;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;

    labels = labels;
    range: ChunkRange = FIRST_CHUNKS;
    focusedLegId: string | null = null;

    #layout: LayoutWatch | null = null;
    #watchedChunks = 0;
    /** Whether the focus belongs on a row that is not rendered yet. */
    #focusesNext = false;

    /** To the button by which a call is heard, wherever its row is. Answers whether there is such a row. */
    @api
    focusListen(legId: string): boolean {
        if (!this.calls.some((call) => call.legId === legId)) return false;
        this.focusedLegId = legId;
        this.#focusesNext = !this.moveFocus();
        return true;
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
        if (this.#focusesNext) this.#focusesNext = !this.moveFocus();
    }

    override disconnectedCallback(): void {
        this.#layout?.stop();
        this.#layout = null;
    }

    get chunks(): Chunk[] {
        const { start, end } = this.range;
        const focused = chunkOf(this.calls.findIndex(({ legId }) => legId === this.focusedLegId));
        return Array.from({ length: this.chunkCount }, (_, key) => {
            const first = key * CHUNK_ROWS;
            const calls = this.calls.slice(first, first + CHUNK_ROWS);
            const isRendered = (key >= start && key < end) || key === focused;
            return {
                key,
                style: `height: calc(var(--row-height) * ${calls.length})`,
                rows: isRendered ? calls.map((call, index) => this.rowOf(call, first + index)) : []
            };
        });
    }

    get rowCount(): number {
        return this.calls.length;
    }

    get listClass(): string {
        return this.listenedLegId ? 'list_above-player' : '';
    }

    get callBackUnavailable(): string {
        return String(this.disabled);
    }

    private get chunkCount(): number {
        return Math.ceil(this.rowCount / CHUNK_ROWS);
    }

    handleOpenCase(event: Event): void {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId } }));
    }

    handleCallBack(event: Event): void {
        const call = this.callOf(event);
        if (!call?.number || this.disabled) return;
        const recordId = call.caller?.who?.id ?? null;
        this.dispatchEvent(new CustomEvent('dial', { detail: { number: call.number, recordId } }));
    }

    handleListen(event: Event): void {
        const call = this.callOf(event);
        if (call) this.dispatchEvent(new CustomEvent('listen', { detail: { call } }));
    }

    handleFocusIn(event: Event): void {
        this.focusedLegId = legIdOf(event) ?? null;
    }

    handleFocusOut(): void {
        this.focusedLegId = null;
    }

    /** What the Tab key leads to is not left behind the player. A click must find its row where it was. */
    handleKeyUp(event: KeyboardEvent): void {
        if (event.key === 'Tab' && this.listenedLegId)
            (event.currentTarget as Element).scrollIntoView({ block: 'nearest' });
    }

    private rowOf(call: CallView, index: number): HistoryRow {
        return toHistoryRow(call, index, this.listenedLegId, this.timeZone);
    }

    private callOf(event: Event): CallView | undefined {
        return this.calls.find(({ legId }) => legId === legIdOf(event));
    }

    private moveFocus(): boolean {
        const buttons = [...(this.template?.querySelectorAll<HTMLElement>('.listen') ?? [])];
        const button = buttons.find(({ dataset }) => dataset.legId === this.focusedLegId);
        button?.focus();
        return Boolean(button);
    }

    private updateRange(): void {
        const list = this.refs?.list;
        if (!list) return;
        const { start, end } = chunksInSight(list.getBoundingClientRect(), this.rowCount, window.innerHeight);
        if (start !== this.range.start || end !== this.range.end) this.range = { start, end };
    }
}

const legIdOf = (event: Event): string | undefined => (event.currentTarget as HTMLElement).dataset.legId;
