import type { Candidate } from 'bridge/contract';
import { formatDialled, maskTaxId } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const KINDS: Readonly<Record<Candidate['kind'], string>> = {
    contact: labels.kindContact,
    personAccount: labels.kindPersonAccount,
    account: labels.account,
    lead: labels.kindLead
};

/** A line ends before it. */
const SEPARATOR = ' ·\u00a0';

/** Somebody on record: name and kind, then the account if it has another name, the number, and the CPF or CNPJ. */
export default class ContactRow extends LightningElement {
    @api contact!: Candidate;

    get kind(): string {
        return KINDS[this.contact.kind];
    }

    get details(): string {
        const { name, accountName, phone, taxId } = this.contact;
        return [
            accountName === name ? null : accountName,
            phone ? formatDialled(phone) : labels.noPhone,
            taxId && maskTaxId(taxId)
        ]
            .filter(Boolean)
            .join(SEPARATOR);
    }
}
