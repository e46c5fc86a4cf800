import type { AuditEntry } from '../contract/recordingsAdmin.ts';

/** What is added to the audit. */
export interface NewAuditEntry extends Omit<AuditEntry, 'id' | 'at'> {
    /**
     * Of several entries with the same text only the first is kept: a player asks for one recording in many ranges.
     * Null: always kept.
     */
    readonly once: string | null;
}

/** Throws what the store throws: audio is given to nobody whose hearing it could not be noted. */
export type AddToAudit = (entry: NewAuditEntry) => Promise<void>;
