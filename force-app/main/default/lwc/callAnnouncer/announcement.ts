import type { CallResult, CallView } from 'bridge/contract';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

export interface Announcement {
    /** One for each thing that can be said of a call. */
    readonly key: string;
    readonly text: string;
}

const LOST: readonly (CallResult | null)[] = ['missed', 'abandoned'];
/** Long enough for a screen reader to come to it, short enough not to be read as news later. */
const END_IS_NEWS_FOR_MS = 10_000;

export function announceRinging(call: CallView): Announcement {
    const text = call.queue
        ? fillPlaceholders(labels.callAnnouncementWithQueue, numberOf(call), call.queue)
        : fillPlaceholders(labels.callAnnouncement, numberOf(call));
    return { key: `ringing ${call.legId}`, text };
}

export const announceLost = (call: CallView): Announcement => ({
    key: `lost ${call.legId}`,
    text: fillPlaceholders(labels.lostCallAnnouncement, numberOf(call))
});

/** Whether nobody answered the call that is over. */
export const wasLost = ({ result }: CallView): boolean => LOST.includes(result);

/** Whether the call ended a moment before `nowMs`, by the bridge's clock. */
export const endedJustNow = ({ endedAt }: CallView, nowMs: number): boolean =>
    endedAt !== null && nowMs - Date.parse(endedAt) < END_IS_NEWS_FOR_MS;

const numberOf = (call: CallView): string => callerNumber(call) ?? labels.unknownNumber;
