import type { CallView, Candidate } from 'bridge/contract';
import { fillPlaceholders, formatTaxId, maskTaxId } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * What is on record about a call and its caller.
 * @fires caseopen with `{ recordId }`
 */
export default class CallFacts extends LightningElement {
    @api call!: CallView;

    labels = labels;
    showsTaxId = false;

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

    private get who(): Candidate | null {
        return this.call.caller?.who ?? null;
    }

    handleTaxIdToggle(): void {
        this.showsTaxId = !this.showsTaxId;
    }

    handleOpenCase(): void {
        this.dispatchEvent(new CustomEvent('caseopen', { detail: { recordId: this.call.case?.id } }));
    }
}
