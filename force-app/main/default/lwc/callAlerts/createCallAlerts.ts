import type { CallView } from 'bridge/contract';
import { callerNumber } from 'c/callFormat';
import { type SoftphoneState, currentCalls, ringingCalls } from 'c/softphoneState';
import { labels } from './labels';
import { type NotificationState, createNotifier } from './notifier';
import { type AlertPreferences, readPreferences, storePreferences } from './preferences';
import { type SoundState, createRinger } from './ringer';
import { createTitleAlert } from './titleAlert';

/** What the agent should know about the alerts of a call. */
export interface AlertStatus {
    readonly sound: SoundState;
    readonly notifications: NotificationState;
    readonly preferences: AlertPreferences;
}

/** Tells the agent of a new call wherever they look: ring tone, desktop notification, the page's title. */
export interface CallAlerts {
    readonly status: AlertStatus;
    /** To be told of every change. */
    see(before: SoftphoneState, after: SoftphoneState): void;
    /** Only the leading one of the agent's windows alerts them. */
    lead(isLeader: boolean): void;
    /** Asks for what the browser grants on a click only: notifications, and sound. */
    enable(): Promise<void>;
    prefer(changes: Partial<AlertPreferences>): void;
    tryTone(): void;
    close(): void;
}

export interface CallAlertsOptions {
    /** Told when the status has changed. */
    readonly onChange: (status: AlertStatus) => void;
    /** The agent clicked on a notification: its window has the focus now. */
    readonly openSoftphone: () => void;
}

/** A window begins without the lead, and silent. */
export function createCallAlerts({ onChange, openSoftphone }: CallAlertsOptions): CallAlerts {
    const ringer = createRinger(publish);
    const notifier = createNotifier(openSoftphone);
    const title = createTitleAlert();
    let preferences = readPreferences();
    let ringing: readonly CallView[] = [];
    /** Calls that ring and that the agent has not begun to answer or refuse. */
    let callsForSound = 0;
    let isOnCall = false;
    let isLeader = false;
    let status = readStatus();

    function readStatus(): AlertStatus {
        return { sound: ringer.sound, notifications: notifier.state, preferences };
    }

    function publish(): void {
        const { sound, notifications, preferences: before } = status;
        status = readStatus();
        const isNew = sound !== status.sound || notifications !== status.notifications || before !== status.preferences;
        if (isNew) onChange(status);
    }

    function alert(): void {
        const heard = isLeader ? ringing : [];
        const first = heard[0];
        notifier.show(heard, ringer.sound === 'ready' || preferences.muted ? 'none' : 'system');
        title.show(first ? `☎ ${callerNumber(first) ?? labels.unknownNumber} — ${labels.newCall}` : null);
        if (isLeader && callsForSound > 0 && !isOnCall) ringer.ring(preferences);
        else ringer.silence();
        publish();
    }

    function handleStorage(): void {
        const stored = readPreferences();
        if (JSON.stringify(stored) === JSON.stringify(preferences)) return;
        preferences = stored;
        alert();
    }

    // another window of the agent may hold the lead, and this one be muted
    window.addEventListener('storage', handleStorage);
    return {
        get status() {
            return status;
        },
        see(before, after) {
            const known = new Set(listRinging(before).map(({ legId }) => legId));
            ringing = listRinging(after);
            callsForSound = ringing.filter(({ legId }) => !after.pending[legId]).length;
            isOnCall = currentCalls(after).length > 0;
            alert();
            const isNew = ringing.some(({ legId }) => !known.has(legId));
            if (isLeader && isOnCall && isNew) ringer.knock(preferences);
        },
        lead(leads) {
            isLeader = leads;
            // the window that led before has notified of them, and here the agent sees them
            if (leads && document.hasFocus()) notifier.skip(ringing);
            alert();
        },
        async enable() {
            await notifier.askPermission();
            alert();
        },
        prefer(changes) {
            preferences = { ...preferences, ...changes };
            storePreferences(preferences);
            alert();
        },
        tryTone: () => ringer.tryTone(preferences),
        close() {
            window.removeEventListener('storage', handleStorage);
            isLeader = false;
            alert();
            notifier.close();
            ringer.close();
        }
    };
}

/** While the bridge is away nobody knows what rings. */
const listRinging = (state: SoftphoneState): CallView[] => (state.lastError ? [] : ringingCalls(state));
