import type { CallView } from 'bridge/contract';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

export type NotificationState = NotificationPermission | 'unsupported';

/** The desktop notifications of the calls that ring. */
export interface Notifier {
    readonly state: NotificationState;
    /** Asks the agent, once; only a click may lead here. */
    askPermission(): Promise<void>;
    /**
     * Notifies of each call that it has not notified of yet, and takes back what rings no more.
     *
     * @param sound `system`: the notification makes a sound itself, because the ring tone cannot
     */
    show(ringing: readonly CallView[], sound: 'none' | 'system'): void;
    /** Counts these as notified: the agent has them before their eyes. */
    skip(ringing: readonly CallView[]): void;
    close(): void;
}

/** More than that would cover the screen and say nothing new. */
const MAX_SHOWN = 5;

/** @param onClick called when the agent clicks on a notification */
export function createNotifier(onClick: () => void): Notifier {
    /** By leg id; null for a call of which there is none. */
    const shown: Record<string, Notification | null> = {};

    let state = readState();

    /** The browser takes milliseconds to say it, and the agent changes it elsewhere: it is asked when that may have been. */
    function refresh(): void {
        state = readState();
    }

    function open(call: CallView, sound: 'none' | 'system'): Notification | null {
        try {
            const notification = new Notification(labels.newCall, {
                body: bodyOf(call),
                tag: call.callId,
                silent: sound === 'none',
                requireInteraction: true
            });
            notification.onclick = () => {
                notification.close();
                window.focus();
                onClick();
            };
            return notification;
        } catch {
            // some browsers know the constructor and let only a service worker notify
            return null;
        }
    }

    document.addEventListener('visibilitychange', refresh);
    return {
        get state() {
            return state;
        },
        async askPermission() {
            refresh();
            if (state === 'default') await Notification.requestPermission();
            refresh();
        },
        show(ringing, sound) {
            const legIds = new Set(ringing.map(({ legId }) => legId));
            for (const [legId, notification] of Object.entries(shown)) {
                if (legIds.has(legId)) continue;
                notification?.close();
                delete shown[legId];
            }
            const news = ringing.filter(({ legId }) => !(legId in shown));
            if (news.length > 0) refresh();
            if (state !== 'granted') return;
            for (const call of news) {
                const isRoomLeft = Object.values(shown).filter(Boolean).length < MAX_SHOWN;
                shown[call.legId] = isRoomLeft ? open(call, sound) : null;
            }
        },
        skip(ringing) {
            for (const { legId } of ringing) shown[legId] ??= null;
        },
        close: () => document.removeEventListener('visibilitychange', refresh)
    };
}

function readState(): NotificationState {
    return typeof Notification === 'function' ? Notification.permission : 'unsupported';
}

function bodyOf(call: CallView): string {
    const number = callerNumber(call) ?? labels.unknownNumber;
    const consultant = call.consultedBy?.name ?? call.consultedBy?.extension;
    return consultant ? `${fillPlaceholders(labels.consultFrom, consultant)} · ${number}` : number;
}
