/** A part of a call in which an agent had the customer: it must leave one Task, owned by that agent. */
export interface ServedLeg {
    /** As the bridge names it, and so Task.CallObject. */
    readonly legId: string;
    /** The agent's extension. */
    readonly agent: string;
}

/** What the generator knows of a call: all that the audit may ask for. */
export interface LedgerCall {
    /** As the bridge names it. */
    readonly id: string;
    /** What happened in it, for whoever reads the findings. */
    readonly story: string;
    /** Issued by the telephony side; null: the bridge issues one. */
    readonly protocol: string | null;
    /** The customer's number, which no other call without a protocol of its own has; null when withheld. */
    readonly number: string | null;
    /** Who had the customer, one after the other; nobody: nothing may be written. */
    readonly served: readonly ServedLeg[];
}

/** Audio that the telephony side keeps of a call, and tells of. */
export interface LedgerRecording {
    /** As the bridge names the call. */
    readonly callId: string;
    readonly name: string;
    readonly format: string;
    /** Of the audio, in hex. */
    readonly sha256: string;
    /** False: it is told once, perhaps while nobody listens. */
    readonly isSurelyTold: boolean;
}

export type EditedObject = 'Case' | 'Task';
export type EditedFields = Readonly<Record<string, string>>;

/** What an agent wrote on a record, as Salesforce acknowledged it. */
export interface Edit {
    readonly object: EditedObject;
    readonly recordId: string;
    /** Of a field that was written several times, the last value. */
    readonly fields: EditedFields;
}

/** The generator's own account of what it did. */
export class Ledger {
    readonly calls: LedgerCall[] = [];
    readonly recordings: LedgerRecording[] = [];
    readonly #edits = new Map<string, Edit>();

    noteEdit(object: EditedObject, recordId: string, fields: EditedFields): void {
        const before = this.#edits.get(recordId)?.fields;
        this.#edits.set(recordId, { object, recordId, fields: { ...before, ...fields } });
    }

    get edits(): Edit[] {
        return [...this.#edits.values()];
    }
}
