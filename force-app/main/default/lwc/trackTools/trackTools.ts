import { formatPosition } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const JUMP_SECONDS = 10;

/** A speed that can be chosen, `1.5` say, and what it is called. */
export interface SpeedOption {
    readonly value: string;
    readonly label: string;
}

/**
 * Where a recording is in figures, ten seconds back or on, and how fast it plays.
 * @fires seek with `{ seconds }`, which may lie beyond the ends of the recording
 * @fires speedchange with `{ speed }`
 */
export default class TrackTools extends LightningElement {
    @api positionSeconds = 0;
    /** 0 while nobody knows. */
    @api durationSeconds = 0;
    @api speed = 1;
    @api speeds: readonly SpeedOption[] = [];

    labels = labels;

    /** What the agent chose by themselves stays chosen in a list, whatever is rendered. */
    override renderedCallback(): void {
        const select = this.refs?.speed as HTMLSelectElement | undefined;
        if (select) select.value = String(this.speed);
    }

    get position(): string {
        return formatPosition(this.positionSeconds);
    }

    get duration(): string {
        return this.durationSeconds > 0 ? formatPosition(this.durationSeconds) : '';
    }

    handleBack(): void {
        this.seek(this.positionSeconds - JUMP_SECONDS);
    }

    handleForward(): void {
        this.seek(this.positionSeconds + JUMP_SECONDS);
    }

    handleSpeed(event: Event): void {
        const speed = Number((event.target as HTMLSelectElement).value);
        this.dispatchEvent(new CustomEvent('speedchange', { detail: { speed } }));
    }

    private seek(seconds: number): void {
        this.dispatchEvent(new CustomEvent('seek', { detail: { seconds } }));
    }
}
