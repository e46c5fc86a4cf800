import type { TimelineEntry } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { type TimelineStep, toTimelineSteps } from './timelineStep';

/** What happened in one call, in the order in which it happened. */
export default class CallTimeline extends LightningElement {
    @api entries: readonly TimelineEntry[] = [];
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';

    labels = labels;

    get steps(): TimelineStep[] {
        return toTimelineSteps(this.entries, this.timeZone);
    }
}
