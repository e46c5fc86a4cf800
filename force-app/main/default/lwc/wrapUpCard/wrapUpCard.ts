import type { CallView, Presence } from 'bridge/contract';
import { callerName, callerNumber, formatDuration } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * The call that was, and the time in which no other is offered.
 * @fires caseopen with `{ recordId }`
 */
export default class WrapUpCard extends LightningElement {
    @api call!: CallView;
    /** Null until the bridge has told how long it lasts. */
    @api wrapUp: Presence['wrapUp'] = null;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get number(): string {
        return callerNumber(this.call) ?? labels.unknownNumber;
    }

    get name(): string | null {
        return callerName(this.call);
    }

    get timeLeft(): string {
        return formatDuration(Math.ceil(this.leftMs / 1000) * 1000);
    }

    get percentLeft(): number {
        if (!this.wrapUp) return 0;
        const totalMs = Date.parse(this.wrapUp.endsAt) - Date.parse(this.wrapUp.since);
        return totalMs > 0 ? Math.min(100, Math.round((this.leftMs / totalMs) * 100)) : 0;
    }

    private get leftMs(): number {
        return this.wrapUp ? Math.max(0, Date.parse(this.wrapUp.endsAt) - this.nowMs) : 0;
    }

    passOn(event: CustomEvent<object>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
