import type { ChosenPresence, PresenceRequest } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** What an agent has chosen, in words. @param reason of a pause; null when the bridge began it */
export function presenceText(state: ChosenPresence, reason: string | null): string {
    switch (state) {
        case 'available':
            return labels.available;
        case 'offline':
            return labels.offline;
        case 'paused':
            return reason ? fillPlaceholders(labels.pausedFor, reason) : labels.paused;
    }
}

const PAUSED_FOR = 'paused:';

/** The value of a menu item that stands for the choice. */
export function valueOf(state: ChosenPresence, reason: string | null): string {
    return state === 'paused' ? PAUSED_FOR + (reason ?? '') : state;
}

export function requestOf(value: string): PresenceRequest {
    if (value.startsWith(PAUSED_FOR)) return { state: 'paused', reason: value.slice(PAUSED_FOR.length) };
    return { state: value === 'available' ? 'available' : 'offline' };
}
