import type { RecordingPart } from 'bridge/contract';
import { joinRecordings, pauseRecordings } from 'c/recordingTurn';
import type { SpeedOption } from 'c/trackTools';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const MS_PER_SECOND = 1_000;

export interface TicketNeed {
    readonly because: 'broken' | 'old';
}

/**
 * One part of a recording: play, seek, speed, download. Given another address of the same audio it goes on at the same
 * second. What plays falls silent when something else of the page begins.
 * @fires ticketneeded with `{ because }` when the address does not serve any longer: it broke, or is too old to save from
 * @fires speedchange with `{ speed }`
 * @fires played when it was heard to its end
 */
export default class RecordingTrack extends LightningElement {
    /** Which recording it is, for who does not see where the controls stand. */
    @api name = '';
    /** Which part of it is; empty where there is but one. */
    @api label = '';
    /** Until when the addresses hold. */
    @api expiresAt = '';
    @api speed = 1;
    @api speeds: readonly SpeedOption[] = [];
    /** Whether it begins to play as soon as it is there. */
    @api playsAtOnce = false;

    labels = labels;
    shownPart!: RecordingPart;
    positionSeconds = 0;
    /** What the audio says of itself; null before it has been read, or where it does not say. */
    audioSeconds: number | null = null;
    /** Whether it is meant to be heard, be it that the browser waits for more of it. */
    isPlaying = false;

    /** Where another address of the audio is to go on. */
    #resumeAt: number | null = null;
    #hasBegun = false;
    #leave = (): void => undefined;
    readonly #fallSilent = (): void => this.pause();

    @api
    get recordingPart(): RecordingPart {
        return this.shownPart;
    }
    set recordingPart(part: RecordingPart) {
        if (this.shownPart) this.continueWith(part);
        this.shownPart = part;
    }

    @api
    play(): void {
        const audio = this.audio;
        if (!audio) return;
        pauseRecordings(this.#fallSilent);
        this.isPlaying = true;
        // without its beginning there is nothing to resume yet
        if (this.#resumeAt === null) audio.play().catch((error: unknown) => this.handleRefusal(error));
    }

    @api
    pause(): void {
        this.isPlaying = false;
        this.audio?.pause();
    }

    @api
    focus(): void {
        ((this.refs?.toggle ?? this.refs?.save) as HTMLElement | undefined)?.focus();
    }

    override connectedCallback(): void {
        this.#leave = joinRecordings(this.#fallSilent);
    }

    override renderedCallback(): void {
        this.applySpeed();
        if (!this.#hasBegun) {
            this.#hasBegun = true;
            if (this.playsAtOnce) this.play();
        }
    }

    override disconnectedCallback(): void {
        this.#leave();
    }

    get groupLabel(): string {
        return [this.label, this.name].filter(Boolean).join(' · ');
    }

    get toggleIcon(): string {
        return this.isPlaying ? 'utility:pause' : 'utility:play';
    }

    get toggleLabel(): string {
        return this.isPlaying ? labels.pause : labels.play;
    }

    get durationSeconds(): number {
        return this.audioSeconds ?? (this.shownPart.durationMs ?? 0) / MS_PER_SECOND;
    }

    private get audio(): HTMLAudioElement | undefined {
        return this.refs?.audio as HTMLAudioElement | undefined;
    }

    handleToggle(): void {
        if (this.isPlaying) this.pause();
        else this.play();
    }

    handleSeek({ detail }: CustomEvent<{ seconds: number }>): void {
        this.goTo(detail.seconds);
    }

    handleSpeedChange({ detail }: CustomEvent<{ speed: number }>): void {
        this.dispatchEvent(new CustomEvent('speedchange', { detail }));
    }

    handleAddressNeeded(): void {
        this.needTicket('old');
    }

    handleLoaded(): void {
        const audio = this.audio;
        if (!audio) return;
        this.handleDuration();
        if (this.#resumeAt === null) return;
        audio.currentTime = this.#resumeAt;
        this.#resumeAt = null;
        if (this.isPlaying) audio.play().catch((error: unknown) => this.handleRefusal(error));
    }

    handleDuration(): void {
        const { duration = NaN } = this.audio ?? {};
        this.audioSeconds = Number.isFinite(duration) && duration > 0 ? duration : null;
    }

    handleTimeUpdate(): void {
        if (this.#resumeAt === null) this.positionSeconds = this.audio?.currentTime ?? 0;
    }

    /** Somebody may press a key of the headset. */
    handlePlay(): void {
        if (!this.isPlaying) this.play();
    }

    handlePause(): void {
        if (this.#resumeAt === null && !this.audio?.error) this.isPlaying = false;
    }

    handleEnded(): void {
        this.isPlaying = false;
        this.dispatchEvent(new CustomEvent('played'));
    }

    handleError(): void {
        this.#resumeAt ??= this.positionSeconds;
        this.needTicket('broken');
    }

    private needTicket(because: TicketNeed['because']): void {
        this.dispatchEvent(new CustomEvent<TicketNeed>('ticketneeded', { detail: { because } }));
    }

    /** What has another address is loaded anew by the browser, and begins where `handleLoaded` lets it. */
    private continueWith({ url }: RecordingPart): void {
        if (url !== this.shownPart.url) this.#resumeAt ??= this.positionSeconds;
        else if (this.#resumeAt !== null) this.audio?.load();
    }

    /** Before its first click a page may not make a sound: then the button waits for that. */
    private handleRefusal(error: unknown): void {
        if ((error as DOMException | null)?.name === 'NotAllowedError') this.isPlaying = false;
    }

    private goTo(seconds: number): void {
        const audio = this.audio;
        if (!audio) return;
        const place = Math.min(Math.max(seconds, 0), this.durationSeconds || Infinity);
        this.positionSeconds = place;
        if (this.#resumeAt === null) audio.currentTime = place;
        else this.#resumeAt = place;
    }

    /** Another address would begin at the usual speed again. */
    private applySpeed(): void {
        if (!this.audio) return;
        this.audio.defaultPlaybackRate = this.speed;
        this.audio.playbackRate = this.speed;
    }
}
