import type { CallView } from 'bridge/contract';
import {
    callerName,
    callerNumber,
    fillPlaceholders,
    formatDuration,
    formatTaxId,
    holdMs,
    maskTaxId,
    serviceMs
} from 'c/callFormat';
import { type PendingCommand, isOverdue } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { stateLook } from './stateLook';

/**
 * One call that the agent is on.
 * @fires callhangup with `{ legId }`
 * @fires caseopen with `{ recordId }`
 */
export default class CallCard extends LightningElement {
    @api call!: CallView;
    @api pendingCommand: PendingCommand | undefined;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;
    showsTaxId = false;

    get stateLabel(): string {
        return stateLook(this.call.state).label;
    }

    get stateIcon(): string {
        return stateLook(this.call.state).iconName;
    }

    get stateClass(): string {
        return `state state_${this.call.state} slds-badge`;
    }

    get number(): string {
        return callerNumber(this.call) ?? labels.unknownNumber;
    }

    get name(): string | null {
        return callerName(this.call);
    }

    /** Why there is no name. */
    get nameless(): string {
        return this.call.caller ? labels.callerUnknown : labels.callerPending;
    }

    get serviceTime(): string {
        return formatDuration(serviceMs(this.call, this.nowMs) ?? 0);
    }

    get holdTime(): string {
        const durationMs = holdMs(this.call, this.nowMs);
        return durationMs > 0 || this.call.heldSince ? formatDuration(durationMs) : '';
    }

    get accountName(): string | null {
        return this.call.caller?.accountName ?? null;
    }

    get taxId(): string {
        const taxId = this.call.caller?.taxId;
        if (!taxId) return '';
        return this.showsTaxId ? formatTaxId(taxId) : maskTaxId(taxId);
    }

    get taxIdToggleLabel(): string {
        return this.showsTaxId ? labels.hideTaxId : labels.showTaxId;
    }

    get taxIdToggleIcon(): string {
        return this.showsTaxId ? 'utility:hide' : 'utility:preview';
    }

    get copyLabel(): string {
        return fillPlaceholders(labels.copyProtocol, this.call.protocol);
    }

    get caseLabel(): string {
        const caseNumber = this.call.case?.number;
        return caseNumber ? fillPlaceholders(labels.openNumberedCase, caseNumber) : labels.openCase;
    }

    get isCasePending(): boolean {
        return this.call.case === null && this.call.answeredAt !== null;
    }

    get isRecording(): boolean {
        return this.call.recorded;
    }

    get canHangUp(): boolean {
        return this.call.actions.includes('hangup');
    }

    get hangUpLabel(): string {
        return this.isHangingUp ? labels.hangingUp : labels.hangUp;
    }

    get cannotHangUp(): boolean {
        return this.disabled || this.isHangingUp;
    }

    get hangUpHint(): string {
        return this.pendingCommand && !this.isHangingUp ? labels.hangUpOverdue : '';
    }

    private get isHangingUp(): boolean {
        return this.pendingCommand !== undefined && !isOverdue(this.pendingCommand, this.nowMs);
    }

    handleTaxIdToggle(): void {
        this.showsTaxId = !this.showsTaxId;
    }

    handleHangUp(): void {
        this.dispatchEvent(new CustomEvent('callhangup', { detail: { legId: this.call.legId } }));
    }

    handleOpenCase(): void {
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId: this.call.case?.id } }));
    }
}
