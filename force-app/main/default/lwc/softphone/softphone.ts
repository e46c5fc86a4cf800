import type { AgentAction } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import {
    type SoftphoneEvent,
    type SoftphoneState,
    type SoftphoneTab,
    dayOfAgent,
    initialState,
    reduceSoftphone
} from 'c/softphoneState';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, openTab } from 'lightning/platformWorkspaceApi';
import { LightningElement, api, wire } from 'lwc';
import { createBridgeLink } from './bridgeLink';
import { type CallLists, listCalls } from './callLists';
import { describeCommandFailure } from './commandProblem';
import { type ConnectionProblem, describeConnection } from './connectionProblem';
import { createConsoleReaction } from './consoleReaction';
import { hidesTab } from './hidesTab';
import { labels } from './labels';
import { onReturn } from './onReturn';
import type { Problem } from './problem';
import { refreshCorrectedCase } from './refreshCorrectedCase';
import { createUtilityButton } from './utilityButton';

const CLOCK_INTERVAL_MS = 1_000;

/** The agent's softphone: owns the state and connects the bridge, the tabs and the console around them. */
export default class Softphone extends NavigationMixin(LightningElement) {
    labels = labels;
    state: SoftphoneState = initialState;
    lists: CallLists = listCalls(initialState, Date.now());
    /** By this machine's clock. */
    nowMs = Date.now();

    #bridgeUrl = '';
    #clock: ReturnType<typeof setInterval> | undefined;
    #stopWatchingReturn = (): void => undefined;
    #isConsole = false;
    #bridge = createBridgeLink((event) => this.apply(event));
    #utilityButton = createUtilityButton();
    #reactInConsole = createConsoleReaction(this.#utilityButton, (caseId) => this.openCase(caseId));

    /** The bridge's address, set by the administrator on the utility item. */
    @api
    get bridgeUrl(): string {
        return this.#bridgeUrl;
    }
    set bridgeUrl(url: string | undefined) {
        this.#bridgeUrl = url?.trim() ?? '';
        if (this.isConnected) this.connect();
    }

    @wire(EnclosingUtilityId)
    receiveUtilityId(utilityId: string | undefined): void {
        this.#utilityButton.attach(utilityId ?? null);
    }

    @wire(IsConsoleNavigation)
    receiveIsConsole(isConsole: boolean | undefined): void {
        this.#isConsole = isConsole ?? false;
    }

    override connectedCallback(): void {
        this.#clock = setInterval(() => this.tick(), CLOCK_INTERVAL_MS);
        this.#stopWatchingReturn = onReturn(() => this.#bridge.retryNow());
        this.connect();
    }

    override disconnectedCallback(): void {
        clearInterval(this.#clock);
        this.#stopWatchingReturn();
        this.#bridge.disconnect();
    }

    get problem(): ConnectionProblem | null {
        return describeConnection(this.state, this.#bridgeUrl);
    }

    get commandProblem(): Problem | null {
        return this.state.failure && describeCommandFailure(this.state.failure);
    }

    get hasBridgeUrl(): boolean {
        return this.#bridgeUrl !== '';
    }

    get isStarting(): boolean {
        return !this.problem && !this.state.agent;
    }

    get commandsDisabled(): boolean {
        return this.state.connection.kind !== 'connected';
    }

    get showsStaleCalls(): boolean {
        return this.state.agent !== null && this.state.lastError !== null;
    }

    get extension(): string {
        return fillPlaceholders(labels.extension, this.state.agent?.extension ?? '');
    }

    get serverNowMs(): number {
        return this.nowMs + this.state.clockOffsetMs;
    }

    get isOnCall(): boolean {
        return this.lists.current.length > 0;
    }

    /** Nobody knows how many calls still ring while the bridge is away. */
    get ringingTabLabel(): string {
        const count = this.showsStaleCalls ? 0 : this.lists.ringing.length;
        return count > 0 ? fillPlaceholders(labels.tabRingingCount, String(count)) : labels.tabRinging;
    }

    handleTabActive(event: Event): void {
        const { value } = event.target as EventTarget & { value: SoftphoneTab };
        this.apply({ type: 'tabSelected', tab: value });
    }

    handleCallSelect({ detail }: CustomEvent<{ legId: string }>): void {
        this.apply({ type: 'callSelected', legId: detail.legId });
    }

    handleCallAnswer({ detail }: CustomEvent<{ legId: string }>): void {
        this.command(detail.legId, 'answer');
    }

    handleCallHangUp({ detail }: CustomEvent<{ legId: string }>): void {
        this.command(detail.legId, 'hangup');
    }

    handleCallerChoose({ detail }: CustomEvent<{ legId: string; candidateId: string | null }>): void {
        const call = this.state.calls[detail.legId];
        if (call) void this.#bridge.chooseCaller(call, detail.candidateId);
    }

    handleCaseOpen({ detail }: CustomEvent<{ recordId: string }>): void {
        this.openCase(detail.recordId);
    }

    handleFailureDismiss(): void {
        this.apply({ type: 'failureDismissed' });
    }

    handleHistoryRetry(): void {
        void this.#bridge.loadHistory();
    }

    handleReconnect(): void {
        this.#bridge.retryNow();
    }

    handleConnectionRetry(): void {
        this.connect();
    }

    private connect(): void {
        this.#bridge.disconnect();
        if (this.hasBridgeUrl) this.#bridge.connect(this.#bridgeUrl);
    }

    private command(legId: string, action: AgentAction): void {
        const call = this.state.calls[legId];
        if (call) void this.#bridge.command(call, action);
    }

    private tick(): void {
        this.nowMs = Date.now();
        if (dayOfAgent(this.state, this.serverNowMs) !== this.lists.day)
            this.lists = listCalls(this.state, this.serverNowMs);
    }

    private apply(event: SoftphoneEvent): void {
        const before = this.state;
        this.state = reduceSoftphone(before, event);
        this.lists = listCalls(this.state, this.serverNowMs);
        if (this.template?.activeElement) this.keepFocus(hidesTab(before, this.state, event));
        this.#reactInConsole(before, this.state);
        refreshCorrectedCase(event);
    }

    /** Whoever works in the softphone by keyboard stays in it when what had the focus is hidden or goes. */
    private keepFocus(isHidden: boolean): void {
        // what is about to be rendered has been rendered then
        void Promise.resolve().then(() => {
            if (isHidden || !this.template?.activeElement) (this.refs?.tabs as HTMLElement | undefined)?.focus();
        });
    }

    private openCase(caseId: string): void {
        if (this.#isConsole) openTab({ recordId: caseId, focus: true }).catch(() => this.navigateToCase(caseId));
        else this.navigateToCase(caseId);
    }

    private navigateToCase(caseId: string): void {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: caseId, objectApiName: 'Case', actionName: 'view' }
        });
    }
}
