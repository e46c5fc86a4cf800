import type { CallView, Colleague } from 'bridge/contract';
import { callerName, callerNumber, fillPlaceholders, formatDuration, holdMs, serviceMs } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { type StateLook, stateLook } from './stateLook';

/** Who is on the line, in what state and for how long. As high whatever is known, so that what follows stays in place. */
export default class CallHeader extends LightningElement {
    @api call!: CallView;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get look(): StateLook {
        return stateLook(this.call);
    }

    get stateClass(): string {
        return `badge badge_${this.look.name} slds-badge`;
    }

    get number(): string {
        return callerNumber(this.call) ?? labels.unknownNumber;
    }

    get name(): string | null {
        return callerName(this.call);
    }

    /** Empty until somebody answers. */
    get serviceTime(): string {
        const durationMs = serviceMs(this.call, this.nowMs);
        return durationMs === null ? '' : formatDuration(durationMs);
    }

    /** Empty as long as the customer was never on hold. */
    get holdTime(): string {
        const durationMs = holdMs(this.call, this.nowMs);
        return durationMs > 0 || this.call.heldSince ? formatDuration(durationMs) : '';
    }

    get recordingLabel(): string {
        return this.call.recordingPaused ? labels.recordingPaused : labels.recording;
    }

    get recordingClass(): string {
        return this.call.recordingPaused ? 'recording recording_paused' : 'recording';
    }

    /** Who else takes part, and who asks; empty when the agent is alone with the customer. */
    get company(): string {
        const { consultedBy, colleagues } = this.call;
        const others = colleagues.filter(({ extension }) => extension !== consultedBy?.extension);
        return [
            consultedBy && fillPlaceholders(labels.consultedBy, nameOf(consultedBy)),
            others.length > 0 && fillPlaceholders(labels.onTheLine, others.map(nameOf).join(', '))
        ]
            .filter(Boolean)
            .join(' · ');
    }
}

const nameOf = ({ name, extension }: Colleague): string => name ?? fillPlaceholders(labels.extension, extension);
