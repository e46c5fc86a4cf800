import type { CallView, Candidate } from 'bridge/contract';
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
import { type PendingChoice, type PendingCommand, isOverdue } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { stateLook } from './stateLook';
import { withChoice } from './withChoice';

/**
 * One call that the agent is on.
 * @fires callhangup with `{ legId }`
 * @fires callerchoose with `{ legId, candidateId }`
 * @fires caseopen with `{ recordId }`
 */
export default class CallCard extends LightningElement {
    @api call!: CallView;
    @api pendingCommand: PendingCommand | undefined;
    @api pendingChoice: PendingChoice | undefined;
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
        return callerName(this.chosenCall);
    }

    /** Nobody looks up a colleague. */
    get isLookedUp(): boolean {
        return this.call.direction !== 'internal';
    }

    get choice(): 'none' | 'pending' | 'overdue' {
        if (!this.pendingChoice) return 'none';
        return isOverdue(this.pendingChoice, this.nowMs) ? 'overdue' : 'pending';
    }

    get serviceTime(): string {
        return formatDuration(serviceMs(this.call, this.nowMs) ?? 0);
    }

    get holdTime(): string {
        const durationMs = holdMs(this.call, this.nowMs);
        return durationMs > 0 || this.call.heldSince ? formatDuration(durationMs) : '';
    }

    get accountName(): string | null {
        const { who } = this;
        return who && who.accountName !== who.name ? who.accountName : null;
    }

    /** What a lead has is no account yet. */
    get accountLabel(): string {
        return this.who?.kind === 'lead' ? labels.company : labels.account;
    }

    get taxId(): string {
        const taxId = this.who?.taxId;
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
        return this.call.case ? fillPlaceholders(labels.openNumberedCase, this.call.case.number) : '';
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

    /** With what the agent chose, although the bridge may not have told of it yet. */
    private get chosenCall(): CallView {
        return this.pendingChoice && this.choice === 'pending'
            ? withChoice(this.call, this.pendingChoice.candidateId)
            : this.call;
    }

    private get who(): Candidate | null {
        return this.chosenCall.caller?.who ?? null;
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

    handleCallerChoose({ detail }: CustomEvent<{ candidateId: string | null }>): void {
        this.dispatchEvent(new CustomEvent('callerchoose', { detail: { legId: this.call.legId, ...detail } }));
    }

    handleOpenCase(): void {
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId: this.call.case?.id } }));
    }
}
