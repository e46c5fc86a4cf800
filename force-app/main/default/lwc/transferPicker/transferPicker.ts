import type { AgentAction } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import type { DirectoryState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { type Target, findTargets } from './findTargets';
import { labels } from './labels';

type TransferAction = 'consult' | 'blindTransfer';

interface Row extends Target {
    readonly domId: string;
    readonly rowClass: string;
    readonly selected: 'true' | 'false';
    readonly buttonTabIndex: '0' | '-1';
    readonly consultLabel: string;
    readonly blindLabel: string;
}

const REFRESH_INTERVAL_MS = 10_000;
/** More than that nobody reads: they type. */
const MAX_ROWS = 50;

/**
 * Finds an agent, a queue or a number, who is asked first or handed the call at once: a search field with a grid
 * (WAI-ARIA, combobox pattern with a grid popup).
 * @fires directorywanted when it is opened and every 10 s while it is open
 * @fires targetchoose with `{ command }`
 * @fires close when Escape is pressed
 */
export default class TransferPicker extends LightningElement {
    @api directory: DirectoryState = { status: 'idle', directory: null };
    /** What the call allows now. */
    @api actions: readonly AgentAction[] = [];
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;

    labels = labels;
    search = '';
    /** The row that the arrow keys reached; null while none was chosen. */
    activeKey: string | null = null;

    #nowMs = 0;
    #wantedAtMs = 0;
    #isShown = false;
    /** Whether somebody is listed: the list makes the picker higher. */
    #isListShown = false;

    /** By the bridge's clock. */
    @api
    get nowMs(): number {
        return this.#nowMs;
    }
    set nowMs(nowMs: number) {
        this.#nowMs = nowMs;
        if (this.isConnected && !this.disabled && nowMs - this.#wantedAtMs >= REFRESH_INTERVAL_MS) this.wantDirectory();
    }

    @api
    focus(): void {
        (this.refs?.field as HTMLElement | undefined)?.focus();
    }

    override connectedCallback(): void {
        if (!this.disabled) this.wantDirectory();
    }

    override renderedCallback(): void {
        if (!this.#isShown) this.focus();
        if (!this.#isShown || (this.hasRows && !this.#isListShown))
            this.template?.querySelector('.picker')?.scrollIntoView({ block: 'nearest' });
        this.#isShown = true;
        this.#isListShown ||= this.hasRows;
    }

    get rows(): Row[] {
        const activeKey = this.activeTarget?.key;
        return this.targets.slice(0, MAX_ROWS).map((target, index) => {
            const isReachable = activeKey ? target.key === activeKey : index === 0;
            const isActive = target.key === activeKey;
            return {
                ...target,
                domId: `target-${target.key.replace(/\s/g, '_')}`,
                rowClass: isActive ? 'row row_active' : 'row',
                selected: isActive ? 'true' : 'false',
                buttonTabIndex: isReachable ? '0' : '-1',
                consultLabel: fillPlaceholders(labels.consultWhom, target.name),
                blindLabel: fillPlaceholders(labels.blindTransferTo, target.name)
            };
        });
    }

    get hasRows(): boolean {
        return this.targets.length > 0;
    }

    get expanded(): string {
        return String(this.hasRows);
    }

    get activeDomId(): string | null {
        return this.rows.find(({ selected }) => selected === 'true')?.domId ?? null;
    }

    get canConsult(): boolean {
        return this.actions.includes('consult');
    }

    get canTransferBlind(): boolean {
        return this.actions.includes('blindTransfer');
    }

    get unavailable(): string {
        return String(this.disabled);
    }

    get isFailed(): boolean {
        return this.directory.status === 'failed';
    }

    /** Why nobody is listed, or not everybody; empty when there is nothing to say. */
    get message(): string {
        const count = this.targets.length;
        if (count > MAX_ROWS) return fillPlaceholders(labels.transferMore, String(MAX_ROWS), String(count));
        if (count > 0 || this.isFailed) return '';
        if (!this.directory.directory) return labels.directoryLoading;
        return this.search.trim() ? labels.transferNothingFound : labels.transferEmpty;
    }

    private get targets(): Target[] {
        return findTargets(this.directory.directory, this.search);
    }

    /** Without the arrow keys: the first of those that fit what was typed, and nobody before something is typed. */
    private get activeTarget(): Target | undefined {
        const { targets } = this;
        const reached = targets.find(({ key }) => key === this.activeKey);
        return reached ?? (this.search.trim() && !this.activeKey ? targets[0] : undefined);
    }

    handleInput({ target }: Event): void {
        this.search = (target as HTMLInputElement).value;
        this.activeKey = null;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'ArrowDown') this.moveActive(1);
        else if (event.key === 'ArrowUp') this.moveActive(-1);
        else if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('close'));
        else if (event.key === 'Enter' && event.target === this.refs?.field) this.chooseActive(event);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    handleChoose({ currentTarget }: Event): void {
        const { key, action } = (currentTarget as HTMLElement).dataset;
        this.choose(
            this.targets.find((target) => target.key === key),
            action as TransferAction
        );
    }

    handleRetry(): void {
        this.focus();
        this.wantDirectory();
    }

    private chooseActive({ ctrlKey, metaKey, repeat }: KeyboardEvent): void {
        const asksFirst = this.canConsult && !ctrlKey && !metaKey;
        if (!repeat) this.choose(this.activeTarget, asksFirst ? 'consult' : 'blindTransfer');
    }

    private choose(target: Target | undefined, action: TransferAction): void {
        if (!target || this.disabled || !this.actions.includes(action)) return;
        this.dispatchEvent(new CustomEvent('targetchoose', { detail: { command: { action, to: target.to } } }));
    }

    private moveActive(step: 1 | -1): void {
        const targets = this.targets.slice(0, MAX_ROWS);
        const index = targets.findIndex(({ key }) => key === this.activeTarget?.key);
        const next = Math.min(Math.max(index + step, 0), targets.length - 1);
        this.activeKey = targets[next]?.key ?? null;
        this.focus();
        this.template?.querySelectorAll('.row')[next]?.scrollIntoView({ block: 'nearest' });
    }

    private wantDirectory(): void {
        this.#wantedAtMs = this.#nowMs;
        this.dispatchEvent(new CustomEvent('directorywanted'));
    }
}
