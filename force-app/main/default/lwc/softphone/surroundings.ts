import type { AlertStatus, CallAlerts } from 'c/callAlerts';
import { pauseRecordings } from 'c/recordingTurn';
import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';
import type { PageReference } from 'lightning/navigation';
import { onBlockedByCsp } from './blockedByCsp';
import type { BridgeLink } from './bridgeLink';
import { isCallHeard } from './callHeard';
import { createConsoleReaction } from './consoleReaction';
import { onReturn } from './onReturn';
import { type PageService, createPageService } from './pageService';
import { type ShortcutEffects, performShortcut } from './performShortcut';
import { type RecordOpener, createRecordOpener } from './recordOpener';
import { refreshCorrectedCase } from './refreshCorrectedCase';
import { onShortcut } from './shortcuts';
import { type UtilityButton, createUtilityButton } from './utilityButton';
import { type WindowRole, createWindowRole } from './windowRole';

/**
 * What is around the softphone: the utility bar, the console's tabs, record pages, the agent's other windows, and the
 * page with its keyboard.
 */
export interface Surroundings {
    readonly utilityButton: UtilityButton;
    readonly records: RecordOpener;
    readonly pages: PageService;
    /** Null while the softphone is on no page. */
    readonly alerts: CallAlerts | null;
    enter(): void;
    leave(): void;
    /** Lets them follow a change. */
    see(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent): void;
}

interface SurroundingsOptions {
    readonly bridge: BridgeLink;
    readonly bridgeUrl: () => string;
    readonly state: () => SoftphoneState;
    /** By the bridge's clock. */
    readonly serverNowMs: () => number;
    /** Gives the focus to the softphone's tabs. */
    readonly focusTabs: () => void;
    /** Opens the search for somebody to hand the call to that the agent talks on. */
    readonly pickTransfer: () => void;
    /** The browser keeps the bridge out of reach. */
    readonly onBlocked: () => void;
    readonly navigate: (page: PageReference) => void;
    readonly onAlertStatus: (status: AlertStatus) => void;
}

export function createSurroundings(options: SurroundingsOptions): Surroundings {
    const { bridge, bridgeUrl, state, navigate, onAlertStatus } = options;
    const utilityButton = createUtilityButton();
    const records = createRecordOpener(navigate);
    const pages = createPageService(bridge, state);
    const reactInConsole = createConsoleReaction(utilityButton, (caseId) => records.open(caseId));
    const shortcutEffects: ShortcutEffects = {
        send: ({ call, command }) => bridge.command(call, command),
        openRecord: (recordId) => records.open(recordId),
        pickTransfer: () => openAnd(options.pickTransfer),
        focusSoftphone: () => openAnd(options.focusTabs)
    };
    let role: WindowRole | null = null;
    let stopListening: readonly (() => void)[] = [];

    function openAnd(then: () => void): void {
        utilityButton.open({ autoFocus: true });
        then();
    }

    return {
        utilityButton,
        records,
        pages,
        get alerts() {
            return role?.alerts ?? null;
        },
        enter() {
            role = createWindowRole({
                onAlertStatus,
                openSoftphone: () => utilityButton.open({ autoFocus: true }),
                onLead: () => reactInConsole(state(), state(), true)
            });
            onAlertStatus(role.alerts.status);
            stopListening = [
                onReturn(() => bridge.retryNow()),
                onBlockedByCsp(bridgeUrl, options.onBlocked),
                onShortcut((name) => performShortcut(name, state(), options.serverNowMs(), shortcutEffects))
            ];
        },
        leave() {
            for (const stop of stopListening) stop();
            pages.attach(null);
            role?.close();
            role = null;
        },
        see(before, after, event) {
            role?.see(before, after);
            reactInConsole(before, after, role?.leads ?? false);
            if (isCallHeard(before, after)) pauseRecordings();
            pages.tell(before, after, event);
            refreshCorrectedCase(event);
        }
    };
}
