import { fillPlaceholders, formatPosition } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { placeAfterKey } from './placeAfterKey';
import { type WaveShape, drawWave } from './waveShape';

/**
 * Where a recording is, and the way to another place of it: a slider over the recording's loudness.
 * @fires seek with `{ seconds }`
 */
export default class SeekBar extends LightningElement {
    @api positionSeconds = 0;
    /** 0 while nobody knows: then there is no going anywhere. */
    @api durationSeconds = 0;

    labels = labels;
    wave: WaveShape | null = null;
    /** Where the pointer is that is still held down. */
    draggedTo: number | null = null;
    /** What a screen reader is told while the bar has the focus: it would talk of every second into what is heard. */
    toldSeconds: number | null = null;
    #peaks: readonly number[] | null = null;

    /** From beginning to end, each from 0 to 100; null: a plain bar. */
    @api
    get peaks(): readonly number[] | null {
        return this.#peaks;
    }
    set peaks(peaks: readonly number[] | null) {
        this.#peaks = peaks;
        this.wave = peaks?.length ? drawWave(peaks) : null;
    }

    get shownSeconds(): number {
        return Math.min(this.draggedTo ?? this.positionSeconds, this.durationSeconds);
    }

    get valueNow(): number {
        return Math.floor(this.spokenSeconds);
    }

    get valueMax(): number {
        return Math.floor(this.durationSeconds);
    }

    get valueText(): string {
        return fillPlaceholders(
            labels.positionOf,
            formatPosition(this.spokenSeconds),
            formatPosition(this.durationSeconds)
        );
    }

    get unavailable(): string {
        return String(!this.canSeek);
    }

    get playedStyle(): string {
        const share = this.canSeek ? this.shownSeconds / this.durationSeconds : 0;
        return `--played: ${(share * 100).toFixed(2)}%`;
    }

    private get spokenSeconds(): number {
        return this.draggedTo ?? this.toldSeconds ?? this.shownSeconds;
    }

    private get canSeek(): boolean {
        return this.durationSeconds > 0;
    }

    handleFocus(): void {
        this.toldSeconds = this.shownSeconds;
    }

    handleBlur(): void {
        this.toldSeconds = null;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !this.canSeek) return;
        const seconds = placeAfterKey(event.key, this.positionSeconds, this.durationSeconds);
        if (seconds === null) return;
        event.preventDefault();
        this.seek(seconds);
    }

    handlePointerDown(event: PointerEvent): void {
        if (event.button !== 0 || !this.canSeek) return;
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        this.draggedTo = this.secondsAt(event);
    }

    handlePointerMove(event: PointerEvent): void {
        if (this.draggedTo !== null) this.draggedTo = this.secondsAt(event);
    }

    handlePointerUp(event: PointerEvent): void {
        if (this.draggedTo === null) return;
        this.draggedTo = null;
        this.seek(this.secondsAt(event));
    }

    handlePointerCancel(): void {
        this.draggedTo = null;
    }

    private secondsAt({ clientX, currentTarget }: PointerEvent): number {
        const { left, width } = (currentTarget as Element).getBoundingClientRect();
        const share = width > 0 ? (clientX - left) / width : 0;
        return Math.min(Math.max(share, 0), 1) * this.durationSeconds;
    }

    private seek(seconds: number): void {
        if (this.toldSeconds !== null) this.toldSeconds = seconds;
        this.dispatchEvent(new CustomEvent('seek', { detail: { seconds } }));
    }
}
