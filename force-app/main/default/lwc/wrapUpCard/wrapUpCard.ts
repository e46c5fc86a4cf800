import type { CallView, Presence } from 'bridge/contract';
import { callerName, callerNumber, formatTimeLeft } from 'c/callFormat';
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
        return this.wrapUp ? formatTimeLeft(this.wrapUp.endsAt, this.nowMs) : '';
    }

    get percentLeft(): number {
        if (!this.wrapUp) return 0;
        const endsAtMs = Date.parse(this.wrapUp.endsAt);
        const totalMs = endsAtMs - Date.parse(this.wrapUp.since);
        const leftMs = Math.max(0, endsAtMs - this.nowMs);
        return totalMs > 0 ? Math.min(100, Math.round((leftMs / totalMs) * 100)) : 0;
    }

    passOn(event: CustomEvent<object>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
