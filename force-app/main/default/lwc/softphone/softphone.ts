import type { AgentCommand, CallView, DialRequest, Note, PresenceRequest } from 'bridge/contract';
import type { AlertPreferences, AlertStatus } from 'c/callAlerts';
import type SoftphoneCurrent from 'c/softphoneCurrent';
import {
    type SoftphoneEvent,
    type SoftphoneState,
    type SoftphoneTab,
    dayOfAgent,
    initialState,
    reduceSoftphone
} from 'c/softphoneState';
import { MessageContext } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { LightningElement, api, wire } from 'lwc';
import { createBridgeLink } from './bridgeLink';
import { type CallLists, listCalls } from './callLists';
import { hidesTab } from './hidesTab';
import { labels } from './labels';
import { shortcutList } from './shortcutLabels';
import { type SoftphoneView, viewOf } from './softphoneView';
import { createSurroundings } from './surroundings';
import { tellTime } from './tellTime';
import { createTypingWatch, keepTab } from './typing';
import { recallView, rememberView } from './viewMemory';

const CLOCK_INTERVAL_MS = 1_000;

/** The agent's softphone: owns the state and connects the bridge, the tabs and the console around them. */
export default class Softphone extends NavigationMixin(LightningElement) {
    labels = labels;
    shortcuts = shortcutList;
    state: SoftphoneState = { ...initialState, ...recallView() };
    lists: CallLists = listCalls(this.state, Date.now());
    view: SoftphoneView = viewOf(this.state, this.lists, { bridgeUrl: '', isBlocked: false });
    /** By this machine's clock. */
    nowMs = Date.now();
    /** By the bridge's clock: the time of the last change. Between changes the clock tells it to whatever shows it. */
    shownNowMs = this.nowMs;
    /** Stand still while the tab is hidden. */
    ringingNowMs = this.nowMs;
    currentNowMs = this.nowMs;
    alertStatus: AlertStatus | null = null;

    #bridgeUrl = '';
    #isBlocked = false;
    #clock: ReturnType<typeof setInterval> | undefined;
    #typing = createTypingWatch();
    #bridge = createBridgeLink((event) => this.apply(event));
    #around = createSurroundings({
        bridge: this.#bridge,
        bridgeUrl: () => this.#bridgeUrl,
        state: () => this.state,
        serverNowMs: () => this.serverNowMs,
        focusTabs: () => this.focusTabs(),
        pickTransfer: () => this.pickTransfer(),
        onBlocked: () => {
            this.#isBlocked = true;
            this.show();
        },
        navigate: (page) => this[NavigationMixin.Navigate](page),
        onAlertStatus: (status) => {
            this.alertStatus = status;
        }
    });

    /** The bridge's address, set by the administrator on the utility item. */
    @api
    get bridgeUrl(): string {
        return this.#bridgeUrl;
    }
    set bridgeUrl(url: string | undefined) {
        this.#bridgeUrl = url?.trim() ?? '';
        this.show();
        if (this.isConnected) this.connect();
    }

    @wire(EnclosingUtilityId)
    receiveUtilityId(utilityId: string | undefined): void {
        this.#around.utilityButton.attach(utilityId ?? null);
    }

    @wire(IsConsoleNavigation)
    receiveIsConsole(isConsole: boolean | undefined): void {
        this.#around.records.setConsole(isConsole ?? false);
    }

    @wire(MessageContext)
    receiveMessageContext(messageContext: object | undefined): void {
        this.#around.pages.attach(messageContext ?? null);
    }

    override connectedCallback(): void {
        this.#clock = setInterval(() => this.tick(), CLOCK_INTERVAL_MS);
        this.#around.enter();
        this.connect();
    }

    override disconnectedCallback(): void {
        clearInterval(this.#clock);
        this.#around.leave();
        this.#bridge.disconnect();
    }

    get serverNowMs(): number {
        return this.nowMs + this.state.clockOffsetMs;
    }

    /** Nothing but the time until the next attempt to connect is told by it. */
    get lightNowMs(): number {
        return this.state.connection.kind === 'lost' ? this.nowMs : 0;
    }

    handleTabActive(event: Event): void {
        const { value } = event.target as EventTarget & { value: SoftphoneTab };
        this.apply({ type: 'tabSelected', tab: value });
    }

    handleCallSelect({ detail }: CustomEvent<{ legId: string }>): void {
        this.apply({ type: 'callSelected', legId: detail.legId });
    }

    handleCallCommand({ detail }: CustomEvent<{ legId: string; command: AgentCommand }>): void {
        const call = this.state.calls[detail.legId];
        if (call) void this.#bridge.command(call, detail.command);
    }

    handleCallerChoose({ detail }: CustomEvent<{ legId: string; candidateId: string | null }>): void {
        const call = this.state.calls[detail.legId];
        if (call) void this.#bridge.chooseCaller(call, detail.candidateId);
    }

    handleNoteChange({ detail }: CustomEvent<Pick<CallView, 'callId' | 'legId'> & { note: Note }>): void {
        this.#bridge.writeNote(detail, detail.note);
    }

    handleWrapUpFinish(): void {
        void this.#bridge.finishWrapUp();
    }

    handlePresenceChange({ detail }: CustomEvent<PresenceRequest>): void {
        void this.#bridge.setPresence(detail);
    }

    handleQueuesWanted(): void {
        void this.#bridge.loadQueueLogins();
    }

    handleQueueLoginChange({ detail }: CustomEvent<{ name: string; isIn: boolean }>): void {
        void this.#bridge.setQueueLogin(detail.name, detail.isIn);
    }

    handlePreferenceChange({ detail }: CustomEvent<Partial<AlertPreferences>>): void {
        this.#around.alerts?.prefer(detail);
    }

    handleToneTry(): void {
        this.#around.alerts?.tryTone();
    }

    handleAlertsEnable(): void {
        void this.#around.alerts?.enable();
    }

    handleDirectoryWanted(): void {
        this.#bridge.wantDirectory();
    }

    handleContactSearch({ detail }: CustomEvent<{ search: string }>): void {
        void this.#bridge.searchContacts(detail.search);
    }

    handleDial({ detail }: CustomEvent<DialRequest>): void {
        // what went wrong is shown as every failure is
        this.#bridge.dial(detail).catch(() => undefined);
    }

    handleRecordOpen({ detail }: CustomEvent<{ recordId: string }>): void {
        this.#around.records.open(detail.recordId);
    }

    handleKeyDown(event: KeyboardEvent): void {
        this.#typing.see(event);
    }

    handleFailureDismiss(): void {
        this.apply({ type: 'failureDismissed' });
    }

    handleHistoryRetry(): void {
        void this.#bridge.loadHistory();
    }

    handleRecordingWanted({ detail }: CustomEvent<{ call: CallView }>): void {
        void this.#bridge.openRecording(detail.call);
    }

    handleRecordingClose(): void {
        this.apply({ type: 'recordingClosed' });
    }

    handleReconnect(): void {
        this.#bridge.retryNow();
    }

    handleConnectionRetry(): void {
        this.connect();
    }

    private connect(): void {
        this.#bridge.disconnect();
        if (this.#bridgeUrl) this.#bridge.connect(this.#bridgeUrl);
    }

    private tick(): void {
        this.nowMs = Date.now();
        if (this.template) tellTime(this.template, this.state.activeTab, this.serverNowMs);
        if (dayOfAgent(this.state, this.serverNowMs) === this.lists.day) return;
        this.show();
        void this.#bridge.loadHistory();
    }

    private show(): void {
        this.lists = listCalls(this.state, this.serverNowMs, this.lists);
        this.view = viewOf(this.state, this.lists, { bridgeUrl: this.#bridgeUrl, isBlocked: this.#isBlocked });
    }

    private showTime(everywhere: boolean): void {
        this.shownNowMs = this.serverNowMs;
        if (everywhere || this.state.activeTab === 'ringing') this.ringingNowMs = this.serverNowMs;
        if (everywhere || this.state.activeTab === 'current') this.currentNowMs = this.serverNowMs;
    }

    private apply(event: SoftphoneEvent): void {
        const before = this.state;
        const after = reduceSoftphone(before, event);
        this.state = this.#typing.isTyping() ? keepTab(before, after, event) : after;
        if (this.state.connection.kind === 'connected') this.#isBlocked = false;
        this.show();
        this.showTime(event.type === 'snapshotReceived');
        if (this.template?.activeElement) this.keepFocus(hidesTab(before, this.state, event));
        rememberView(before, this.state);
        this.#around.see(before, this.state, event);
    }

    /** Whoever works in the softphone by keyboard stays in it when what had the focus is hidden or goes. */
    private keepFocus(isHidden: boolean): void {
        // what is about to be rendered has been rendered then
        void Promise.resolve().then(() => {
            if (isHidden || !this.template?.activeElement) this.focusTabs();
        });
    }

    private focusTabs(): void {
        const { tabs, anchor } = (this.refs ?? {}) as Partial<Record<string, HTMLElement>>;
        tabs?.focus();
        // what was hidden a moment ago still has the focus, until the browser paints
        if (!tabs || this.template?.activeElement !== tabs) anchor?.focus();
    }

    private pickTransfer(): void {
        this.apply({ type: 'tabSelected', tab: 'current' });
        // once the tab is rendered, which it may never have been before
        setTimeout(() => (this.refs?.current as Partial<SoftphoneCurrent> | undefined)?.openTransfer?.());
    }
}
