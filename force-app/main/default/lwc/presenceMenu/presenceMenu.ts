import type { Presence, PresenceRequest, Settings } from 'bridge/contract';
import { fillPlaceholders, formatDuration, formatTimeLeft } from 'c/callFormat';
import type { QueueLoginsState } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { presenceText, requestOf, valueOf } from './presenceChoice';

interface Choice {
    readonly value: string;
    readonly label: string;
    readonly checked: boolean;
}

const QUEUES = 'queues';

/**
 * Whether the agent takes calls, and of which queues: what they chose, and what follows from a call.
 * @fires presencechange with the `PresenceRequest` that the agent chooses
 * @fires queueswanted, queueloginchange as `c-queue-logins` does, where agents may enter and leave queues
 */
export default class PresenceMenu extends LightningElement {
    @api presence: Presence | null = null;
    @api settings: Settings | null = null;
    /** What the agent chose and the bridge has not confirmed. */
    @api wanted: PresenceRequest | null = null;
    @api isOnCall = false;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    @api queueLogins: QueueLoginsState = { status: 'idle', queues: [], changing: {}, changed: null };
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;
    queuesValue = QUEUES;
    isShowingQueues = false;

    get isKnown(): boolean {
        return this.presence !== null;
    }

    /** What the agent is now, for colleagues and queues. */
    get stateText(): string {
        if (this.wanted) return fillPlaceholders(labels.changing, this.wantedText);
        if (this.isOnCall) return labels.onCall;
        return this.isWrappingUp ? labels.wrapUp : this.chosenText;
    }

    /** Without a colour while nobody knows. */
    get lightClass(): string {
        if (this.disabled) return 'light';
        return `light light_${this.isOnCall ? 'onCall' : this.isWrappingUp ? 'wrapUp' : this.presence?.state}`;
    }

    /** How long the agent has been so, or how much of the wrap-up is left; on a call the call's own card says it. */
    get time(): string {
        if (!this.presence || this.wanted || this.isOnCall) return '';
        const { wrapUp, since } = this.presence;
        return wrapUp ? formatTimeLeft(wrapUp.endsAt, this.nowMs) : formatDuration(this.nowMs - Date.parse(since));
    }

    get timeMeaning(): string {
        return this.isWrappingUp ? `${labels.wrapUpLeft} ` : '';
    }

    /** What the agent will be once call and wrap-up are over; empty when that is to be expected. */
    get afterwards(): string {
        const isElsewhere = this.isOnCall || this.isWrappingUp;
        const isExpected = this.wanted !== null || this.presence?.state === 'available';
        return isElsewhere && !isExpected ? fillPlaceholders(labels.afterwards, this.chosenText) : '';
    }

    get automaticNotice(): string {
        return this.presence?.automatic && !this.wanted ? fillPlaceholders(labels.automatic, labels.available) : '';
    }

    get announcement(): string {
        const isKnown = this.presence !== null && this.wanted === null;
        return isKnown ? fillPlaceholders(labels.announcement, this.stateText) : '';
    }

    get available(): Choice {
        return this.choice('available', null, labels.available);
    }

    get offline(): Choice {
        return this.choice('offline', null, labels.offline);
    }

    get pauses(): Choice[] {
        return (this.settings?.pauseReasons ?? []).map((reason) => this.choice('paused', reason, reason));
    }

    get hasPauses(): boolean {
        return this.pauses.length > 0;
    }

    get canLogInToQueues(): boolean {
        return this.settings?.canLogInToQueues ?? false;
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        if (this.disabled) return;
        if (detail.value === QUEUES) {
            this.showQueues(true);
            return;
        }
        this.dispatchEvent(new CustomEvent('presencechange', { detail: requestOf(detail.value) }));
    }

    handlePassOn({ type, detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** The keyboard goes on where it came from. */
    handleQueuesClose(): void {
        this.showQueues(false);
        (this.refs?.menu as HTMLElement | undefined)?.focus();
    }

    private showQueues(isShowing: boolean): void {
        this.isShowingQueues = isShowing;
        this.classList.toggle('with-queues', isShowing);
    }

    private get isWrappingUp(): boolean {
        return this.presence?.wrapUp != null;
    }

    private get chosenText(): string {
        return this.presence ? presenceText(this.presence.state, this.presence.reason) : '';
    }

    private get wantedText(): string {
        return this.wanted ? presenceText(this.wanted.state, reasonOf(this.wanted)) : '';
    }

    private choice(state: Presence['state'], reason: string | null, label: string): Choice {
        const chosen = this.wanted ?? this.presence;
        const checked = chosen !== null && chosen.state === state && reasonOf(chosen) === reason;
        return { value: valueOf(state, reason), label, checked };
    }
}

function reasonOf(chosen: Presence | PresenceRequest): string | null {
    return chosen.state === 'paused' && 'reason' in chosen ? chosen.reason : null;
}
