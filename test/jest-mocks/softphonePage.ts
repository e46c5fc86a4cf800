import './projectLabels';
import './brazilianLocale';
import type { AgentCommand, CallView } from 'bridge/contract';
import type CallCard from 'c/callCard';
import type PresenceMenu from 'c/presenceMenu';
import Softphone from 'c/softphone';
import type SoftphoneCurrent from 'c/softphoneCurrent';
import type SoftphoneDial from 'c/softphoneDial';
import type SoftphoneHistory from 'c/softphoneHistory';
import type SoftphoneRinging from 'c/softphoneRinging';
import type SpokenLine from 'c/spokenLine';
import type StaleNotice from 'c/staleNotice';
import { EnclosingUtilityId, open, updateUtility } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, openTab } from 'lightning/platformWorkspaceApi';
import { createRecord } from 'lightning/uiRecordApi';
import { snapshotOf } from './callViews';
import { eventually } from './eventually';
import { createFakeBridge } from './fakeBridge';
import { type Mounted, find, findAll, has, mount } from './mount';

interface TestWire {
    emit(value: unknown): void;
}

interface Panel extends HTMLElement {
    heading: string;
    message: string;
    detail: string;
    actionLabel: string;
    copyText: string;
}

const pageFetch = global.fetch;
afterAll(() => {
    global.fetch = pageFetch;
});

/** The softphone in the utility bar of a console, with a bridge that the test plays. */
export class SoftphonePage {
    readonly bridge = createFakeBridge();
    element!: HTMLElement & { bridgeUrl: string | undefined };

    constructor() {
        global.fetch = this.bridge.fetch;
        // a window that hears of no other leads at once
        Object.defineProperty(global, 'BroadcastChannel', { value: undefined, configurable: true });
        jest.mocked(createRecord).mockResolvedValue({ id: 'a00000000000001AAA', fields: {} });
        jest.mocked(openTab).mockClear();
        jest.mocked(open).mockClear();
        jest.mocked(updateUtility).mockClear();
        sessionStorage.clear();
        localStorage.clear();
    }

    async open(bridgeUrl = 'https://bridge.example.com'): Promise<void> {
        this.element = await mount('c-softphone', Softphone, { bridgeUrl });
        (EnclosingUtilityId as unknown as TestWire).emit('utility-1');
        this.setConsoleNavigation(true);
    }

    /** Opens the softphone and lets the bridge tell of these calls. */
    async openConnected(...calls: CallView[]): Promise<void> {
        await this.open();
        await eventually(() => expect(this.bridge.isListenedTo).toBe(true));
        this.bridge.sendSnapshot(snapshotOf(...calls));
        await eventually(() => expect(has(this.element, 'lightning-tabset')).toBe(true));
    }

    setConsoleNavigation(isConsole: boolean): void {
        (IsConsoleNavigation as unknown as TestWire).emit(isConsole);
    }

    get activeTab(): string {
        return find<HTMLElement & { activeTabValue: string }>(this.element, 'lightning-tabset').activeTabValue;
    }

    get tabLabels(): string[] {
        return findAll<HTMLElement & { label: string }>(this.element, 'lightning-tab').map(({ label }) => label);
    }

    /** What a screen reader has been told and not been told to forget. */
    get announcements(): string[] {
        return findAll<Mounted<SpokenLine>>(find(this.element, 'c-call-announcer'), 'c-spoken-line').map(
            ({ text }) => text
        );
    }

    get showsStaleNotice(): boolean {
        return has(this.element, 'c-stale-notice');
    }

    get staleNotice(): Mounted<StaleNotice> {
        return find(this.element, 'c-stale-notice');
    }

    /** What a tab asks for when the agent presses one of its buttons. */
    command(command: AgentCommand, legId = 'leg-1'): void {
        const tab = command.action === 'answer' || command.action === 'reject' ? this.ringing : this.current;
        tab.dispatchEvent(new CustomEvent('callcommand', { detail: { legId, command } }));
    }

    get ringing(): Mounted<SoftphoneRinging> {
        return find(this.element, 'c-softphone-ringing');
    }

    get current(): Mounted<SoftphoneCurrent> {
        return find(this.element, 'c-softphone-current');
    }

    get dial(): Mounted<SoftphoneDial> {
        return find(this.element, 'c-softphone-dial');
    }

    get presenceMenu(): Mounted<PresenceMenu> {
        return find(this.element, 'c-presence-menu');
    }

    selectTab(tab: string): void {
        const tabs = findAll<HTMLElement & { value: string }>(this.element, 'lightning-tab');
        tabs.find(({ value }) => value === tab)?.dispatchEvent(new CustomEvent('active'));
    }

    get cards(): Mounted<CallCard>[] {
        return findAll(this.current, 'c-call-card');
    }

    get history(): Mounted<SoftphoneHistory> {
        return find(this.element, 'c-softphone-history');
    }

    get problem(): Panel {
        return find(this.element, '[data-id="problem"]');
    }

    get commandProblem(): Panel {
        return find(this.element, '[data-id="command-problem"]');
    }

    /** How the softphone last asked the utility bar to show it. */
    get utilityLook(): unknown {
        return jest.mocked(updateUtility).mock.calls.at(-1)?.[1];
    }
}
