import type { CaseCall as Call } from 'bridge/contract';
import { fillPlaceholders, formatDuration, formatMoment } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { agentsOf, describeDuration, directionLook } from './callFacts';
import { labels } from './labels';

/** How far a call's recording has come on its way to the agent's ear. */
export type RecordingState =
    | { readonly status: 'closed' | 'opening' }
    | { readonly status: 'open'; readonly url: string }
    /** `absent`: no softphone answered; otherwise the problem's name. */
    | { readonly status: 'failed'; readonly reason: string };

const CLOSED: RecordingState = { status: 'closed' };

const FAILURES: Readonly<Record<string, string>> = {
    absent: labels.recordingNoSoftphone,
    forbidden: labels.recordingForbidden
};

/**
 * One call of a Case.
 * @fires recordingwanted with `{ protocol }`
 * @fires recordingbroken with `{ protocol }` when the browser cannot play what it was given
 */
export default class CaseCall extends LightningElement {
    @api call!: Call;
    @api recording: RecordingState | undefined;
    /** IANA name. */
    @api timeZone = 'America/Sao_Paulo';

    labels = labels;
    showsTimeline = false;
    #wasOpen = false;

    override renderedCallback(): void {
        // the button that had the focus has become the player
        const isOpen = this.audioUrl !== '';
        if (isOpen && !this.#wasOpen) (this.refs?.audio as HTMLElement | undefined)?.focus();
        this.#wasOpen = isOpen;
    }

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

    get audioUrl(): string {
        return this.recordingState.status === 'open' ? this.recordingState.url : '';
    }

    get audioLabel(): string {
        return fillPlaceholders(labels.recordingOf, this.call.protocol);
    }

    get isOpening(): boolean {
        return this.recordingState.status === 'opening';
    }

    get listenLabel(): string {
        return this.isOpening ? labels.listening : labels.listen;
    }

    get recordingProblem(): string {
        const state = this.recordingState;
        return state.status === 'failed' ? (FAILURES[state.reason] ?? labels.recordingFailed) : '';
    }

    private get recordingState(): RecordingState {
        return this.recording ?? CLOSED;
    }

    handleTimelineToggle(): void {
        this.showsTimeline = !this.showsTimeline;
    }

    handleListen(): void {
        this.announce('recordingwanted');
    }

    handleAudioError(): void {
        this.announce('recordingbroken');
    }

    private announce(type: 'recordingwanted' | 'recordingbroken'): void {
        this.dispatchEvent(new CustomEvent(type, { detail: { protocol: this.call.protocol } }));
    }
}
