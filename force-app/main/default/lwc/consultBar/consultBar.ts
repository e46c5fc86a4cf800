import type { AgentAction, CallView } from 'bridge/contract';
import { fillPlaceholders, formatDuration } from 'c/callFormat';
import { type PendingCommand, isOverdue } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { targetName } from './targetName';

type Consult = NonNullable<CallView['consult']>;

interface ConsultButton {
    readonly action: AgentAction;
    readonly label: string;
    readonly className: string;
    readonly unavailable: string;
    readonly isUnderWay: boolean;
}

const STATES: Readonly<Record<Consult['state'], string>> = {
    ringing: labels.consultRinging,
    talking: labels.consultTalking,
    joined: labels.consultJoined
};

const BUTTONS: readonly (readonly [AgentAction, label: string, variant: string])[] = [
    ['completeTransfer', labels.completeTransfer, 'brand'],
    ['conference', labels.conference, 'neutral'],
    ['cancelTransfer', labels.backToCustomer, 'neutral']
];

/**
 * Whom the agent asks about a call, since when, and what can follow. The call must have a `consult`.
 * @fires callcommand with `{ legId, command }`
 */
export default class ConsultBar extends LightningElement {
    @api call!: CallView;
    @api pendingCommand: PendingCommand | undefined;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get state(): string {
        return fillPlaceholders(STATES[this.consult.state], targetName(this.consult));
    }

    get duration(): string {
        return formatDuration(this.nowMs - Date.parse(this.consult.since));
    }

    get buttons(): ConsultButton[] {
        return BUTTONS.filter(([action]) => this.call.actions.includes(action)).map(([action, label, variant]) => ({
            action,
            label,
            className: `button slds-button slds-button_${variant}`,
            unavailable: String(this.isUnavailable),
            isUnderWay: this.underWay === action
        }));
    }

    private get consult(): Consult {
        return this.call.consult as Consult;
    }

    private get underWay(): AgentAction | undefined {
        const { pendingCommand } = this;
        return pendingCommand && !isOverdue(pendingCommand, this.nowMs) ? pendingCommand.action : undefined;
    }

    /** One of them at a time; the call's other commands are no matter, unless it is hung up. */
    private get isUnavailable(): boolean {
        const isExcluded = BUTTONS.some(([action]) => action === this.underWay) || this.underWay === 'hangup';
        return this.disabled || isExcluded;
    }

    /** The second click of a double click was meant for what was here before the bar. */
    handleClick(event: MouseEvent): void {
        if (event.detail > 1 || this.isUnavailable) return;
        const { action } = (event.currentTarget as HTMLElement).dataset;
        const detail = { legId: this.call.legId, command: { action } };
        this.dispatchEvent(new CustomEvent('callcommand', { detail }));
    }
}
