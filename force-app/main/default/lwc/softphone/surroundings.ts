import type { AlertStatus, CallAlerts } from 'c/callAlerts';
import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';
import type { PageReference } from 'lightning/navigation';
import type { BridgeLink } from './bridgeLink';
import { createConsoleReaction } from './consoleReaction';
import { type PageService, createPageService } from './pageService';
import { type RecordOpener, createRecordOpener } from './recordOpener';
import { refreshCorrectedCase } from './refreshCorrectedCase';
import { type UtilityButton, createUtilityButton } from './utilityButton';
import { type WindowRole, createWindowRole } from './windowRole';

/** What is around the softphone: the utility bar, the console's tabs, record pages, the agent's other windows. */
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
    readonly state: () => SoftphoneState;
    readonly navigate: (page: PageReference) => void;
    readonly onAlertStatus: (status: AlertStatus) => void;
}

export function createSurroundings({ bridge, state, navigate, onAlertStatus }: SurroundingsOptions): Surroundings {
    const utilityButton = createUtilityButton();
    const records = createRecordOpener(navigate);
    const pages = createPageService(bridge, state);
    const reactInConsole = createConsoleReaction(utilityButton, (caseId) => records.open(caseId));
    let role: WindowRole | null = null;

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
        },
        leave() {
            pages.attach(null);
            role?.close();
            role = null;
        },
        see(before, after, event) {
            role?.see(before, after);
            reactInConsole(before, after, role?.leads ?? false);
            pages.tell(before, after, event);
            refreshCorrectedCase(event);
        }
    };
}
