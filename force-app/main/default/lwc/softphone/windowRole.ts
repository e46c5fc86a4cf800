import { type AlertStatus, type CallAlerts, createCallAlerts } from 'c/callAlerts';
import type { SoftphoneState } from 'c/softphoneState';
import { type WindowElection, createWindowElection } from 'c/windowElection';

/** What one of the agent's windows does for all of them: it rings and opens the Cases. */
export interface WindowRole {
    readonly alerts: CallAlerts;
    /** Whether this window is the one. */
    readonly leads: boolean;
    see(before: SoftphoneState, after: SoftphoneState): void;
    /** Leaves the role to another window. */
    close(): void;
}

interface WindowRoleOptions {
    readonly onAlertStatus: (status: AlertStatus) => void;
    readonly openSoftphone: () => void;
    /** This window leads from now on: what nobody did meanwhile is to be done. */
    readonly onLead: () => void;
}

export function createWindowRole({ onAlertStatus, openSoftphone, onLead }: WindowRoleOptions): WindowRole {
    const alerts = createCallAlerts({ onChange: onAlertStatus, openSoftphone });
    let election: WindowElection | null = null;
    let leads = false;

    /** A window that hears nothing of the bridge would keep the others silent. */
    function resign(): void {
        election?.close();
        election = null;
    }

    /** Whose windows they are is known from the first snapshot on. */
    function stand(userId: string): void {
        election ??= createWindowElection({
            userId,
            onChange(isLeader) {
                leads = isLeader;
                alerts.lead(isLeader);
                if (isLeader) onLead();
            }
        });
    }

    return {
        alerts,
        get leads() {
            return leads;
        },
        see(before, after) {
            if (after.lastError) resign();
            else if (after.agent) stand(after.agent.userId);
            alerts.see(before, after);
        },
        close() {
            resign();
            alerts.close();
        }
    };
}
