import type { CallView } from 'bridge/contract';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** What a screen reader says when a call begins to ring. */
export function announceCall(call: CallView): string {
    const number = callerNumber(call) ?? labels.unknownNumber;
    return call.queue
        ? fillPlaceholders(labels.callAnnouncementWithQueue, number, call.queue)
        : fillPlaceholders(labels.callAnnouncement, number);
}
