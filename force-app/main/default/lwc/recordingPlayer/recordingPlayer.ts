import type { RecordingPart, RecordingTicket } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import type RecordingTrack from 'c/recordingTrack';
import type { TicketNeed } from 'c/recordingTrack';
import { joinRecordings } from 'c/recordingTurn';
import { LightningElement, api } from 'lwc';
import { createCopyWait } from './copyWait';
import { labels } from './labels';
import { BROKEN, problemText } from './problemText';
import type { RecordingFailure, RecordingState } from './recordingState';
import { recallSpeed, rememberSpeed, speedOptions } from './speeds';

export type { RecordingFailure, RecordingState } from './recordingState';

/** A ticket that breaks sooner than this after one that broke says that no ticket will do. */
const TICKET_HOLDS_AT_LEAST_MS = 30_000;

interface Track {
    readonly key: number;
    readonly part: RecordingPart;
    readonly label: string;
    readonly playsAtOnce: boolean;
}

/**
 * The recording of a call: a button at first, then its parts, one below the other. Asks for another ticket when the one
 * it has does not serve any longer, and for as long as the recording is still being copied.
 * @fires ticketwanted: whoever owns this says by `recording` what came of it
 */
export default class RecordingPlayer extends LightningElement {
    @api protocol = '';

    labels = labels;
    speeds = speedOptions();
    speed = recallSpeed();
    status: RecordingState['status'] | 'copying' = 'closed';
    failure: RecordingFailure | null = null;
    /** Stays while another one is on its way. */
    ticket: RecordingTicket | null = null;

    #recording: RecordingState | undefined;
    #wait = createCopyWait(() => this.wantTicket());
    #brokeAtMs = -Infinity;
    /** Nothing came between that is to be heard instead. */
    #playsWhenOpen = true;
    #hadFocus = false;
    #leave = (): void => undefined;

    @api
    get recording(): RecordingState | undefined {
        return this.#recording;
    }
    set recording(recording: RecordingState | undefined) {
        this.#recording = recording;
        this.take(recording ?? { status: 'closed' });
    }

    /** To what there is to press. */
    @api
    focus(): void {
        ((this.refs?.listen ?? this.tracks[0]) as HTMLElement | undefined)?.focus();
    }

    override connectedCallback(): void {
        this.#leave = joinRecordings(() => {
            this.#playsWhenOpen = false;
        });
        if (this.status === 'copying') this.#wait.again();
    }

    override renderedCallback(): void {
        // what was pressed has become something else
        if (this.#hadFocus && !this.template?.activeElement) this.focus();
        this.#hadFocus = false;
    }

    override disconnectedCallback(): void {
        this.#leave();
        this.#wait.end();
    }

    get name(): string {
        return fillPlaceholders(labels.recordingOf, this.protocol);
    }

    get parts(): Track[] {
        const parts = this.ticket?.parts ?? [];
        return parts.map((part, index) => ({
            key: index,
            part,
            label: parts.length > 1 ? fillPlaceholders(labels.part, String(index + 1)) : '',
            playsAtOnce: index === 0 && this.#playsWhenOpen
        }));
    }

    get expiresAt(): string {
        return this.ticket?.expiresAt ?? '';
    }

    get isOnItsWay(): boolean {
        return this.status === 'opening' || this.status === 'copying';
    }

    get unavailable(): string {
        return String(this.isOnItsWay);
    }

    get listenLabel(): string {
        return this.progress || labels.listen;
    }

    get progress(): string {
        if (this.status === 'copying') return labels.copying;
        return this.status === 'opening' && !this.ticket ? labels.opening : '';
    }

    get problem(): string {
        return this.status === 'failed' && this.failure ? problemText(this.failure) : '';
    }

    handleListen(): void {
        if (this.isOnItsWay) return;
        this.#playsWhenOpen = true;
        // another player of the page may have been given another one meanwhile
        this.speed = recallSpeed(this.speed);
        this.wantTicket();
    }

    handleTicketNeeded({ detail }: CustomEvent<TicketNeed>): void {
        if (this.status !== 'open') return;
        if (detail.because === 'old') this.wantTicket();
        else this.renew();
    }

    handleSpeedChange({ detail }: CustomEvent<{ speed: number }>): void {
        this.speed = detail.speed;
        rememberSpeed(detail.speed);
    }

    /** What was heard to its end is followed by the part after it. */
    handlePlayed(event: Event): void {
        const tracks = this.tracks;
        const later = tracks.slice(tracks.indexOf(event.target as (typeof tracks)[number]) + 1);
        later.find(({ recordingPart }) => recordingPart.playable)?.play();
    }

    private get tracks(): (HTMLElement & Pick<RecordingTrack, 'play' | 'recordingPart'>)[] {
        return [...(this.template?.querySelectorAll<HTMLElement & RecordingTrack>('c-recording-track') ?? [])];
    }

    private wantTicket(): void {
        this.dispatchEvent(new CustomEvent('ticketwanted'));
    }

    private renew(): void {
        const isHopeless = performance.now() - this.#brokeAtMs < TICKET_HOLDS_AT_LEAST_MS;
        this.#brokeAtMs = performance.now();
        if (!isHopeless) this.wantTicket();
        else this.take({ status: 'failed', reason: BROKEN });
    }

    private take(recording: RecordingState): void {
        this.#hadFocus = Boolean(this.template?.activeElement);
        switch (recording.status) {
            case 'closed':
                this.settle('closed', null);
                break;
            case 'opening':
                if (this.status !== 'copying') this.status = 'opening';
                break;
            case 'open':
                this.settle('open', recording.ticket);
                break;
            case 'failed':
                if (recording.reason === 'recording-not-ready' && this.#wait.again()) this.status = 'copying';
                else this.settle('failed', null, recording);
                break;
        }
    }

    private settle(
        status: RecordingState['status'],
        ticket: RecordingTicket | null,
        failure: RecordingFailure | null = null
    ): void {
        this.#wait.end();
        this.status = status;
        this.ticket = ticket;
        this.failure = failure;
    }
}
