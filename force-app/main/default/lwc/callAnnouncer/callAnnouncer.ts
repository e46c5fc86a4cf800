import type { CallView } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { type Announcement, announceLost, announceRinging, endedJustNow, wasLost } from './announcement';

/**
 * Tells a screen reader of each call that begins to ring or is lost. A call has a line of its own: a line is read when
 * it is added, is never rewritten, and goes when it is no longer true.
 */
export default class CallAnnouncer extends LightningElement {
    @api ringing: readonly CallView[] = [];
    /** The calls that are over, the one that ended last first, among them those just lost. */
    @api history: readonly CallView[] = [];
    /** By the bridge's clock. */
    @api nowMs = 0;

    get announcements(): Announcement[] {
        // whatever ended earlier is no news either: a long history costs nothing
        const newsEnd = this.history.findIndex((call) => !endedJustNow(call, this.nowMs));
        const lost = this.history.slice(0, newsEnd < 0 ? undefined : newsEnd).filter(wasLost);
        return [...this.ringing.map(announceRinging), ...lost.map(announceLost)];
    }
}
