import type { Candidate } from 'bridge/contract';
import { labels } from './labels';

/** One who could be calling, as it is written on screen. */
export interface CandidateRow {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    /** The account, if it has another name, and the number as it stands on the record. */
    readonly details: string;
}

const KINDS: Readonly<Record<Candidate['kind'], string>> = {
    contact: labels.kindContact,
    personAccount: labels.kindPersonAccount,
    account: labels.account,
    lead: labels.kindLead
};

export const toCandidateRow = ({ id, kind, name, accountName, phone }: Candidate): CandidateRow => ({
    id,
    name,
    kind: KINDS[kind],
    details: [accountName === name ? null : accountName, phone].filter(Boolean).join(' · ')
});
