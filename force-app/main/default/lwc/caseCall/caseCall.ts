import type { CaseCall as Call } from 'bridge/contract';
import { fillPlaceholders, formatDuration, formatMoment } from 'c/callFormat';
import type { RecordingState } from 'c/recordingPlayer';
import { LightningElement, api } from 'lwc';
import { agentsOf, describeDuration, directionLook } from './callFacts';
import { labels } from './labels';

/**
 * One call of a Case.
 * @fires recordingwanted with `{ protocol }`
 */
export default class CaseCall extends LightningElement {
    @api call!: Call;
    @api recording: RecordingState | undefined;
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';

    labels = labels;
    showsTimeline = false;

    get number(): string {
        return this.call.numberDisplay ?? labels.unknownNumber;
    }

    get iconName(): string {
        return directionLook(this.call).iconName;
    }

    get direction(): string {
        return directionLook(this.call).label;
    }

    get startedAt(): string {
        return formatMoment(this.call.startedAt, this.timeZone);
    }

    get copyLabel(): string {
        return fillPlaceholders(labels.copyProtocol, this.call.protocol);
    }

    get duration(): string {
        return describeDuration(this.call);
    }

    get holdTime(): string {
        return this.call.heldMs > 0 ? formatDuration(this.call.heldMs) : '';
    }

    get agents(): string {
        return agentsOf(this.call);
    }

    get notes(): { key: string; agent: string; reason: string | null; text: string }[] {
        return this.call.notes.map((note, index) => ({ key: String(index), ...note }));
    }

    get hasNotes(): boolean {
        return this.call.notes.length > 0;
    }

    get timelineLabel(): string {
        return fillPlaceholders(labels.showTimeline, this.call.protocol);
    }

    get timelineIcon(): string {
        return this.showsTimeline ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get expanded(): string {
        return String(this.showsTimeline);
    }

    get canListen(): boolean {
        return this.call.recorded && this.call.endedAt !== null;
    }

    handleTimelineToggle(): void {
        this.showsTimeline = !this.showsTimeline;
    }

    handleTicketWanted(): void {
        const { protocol } = this.call;
        this.dispatchEvent(new CustomEvent('recordingwanted', { detail: { protocol } }));
    }
}
