import type { Call, CallCase, Caller, Leg } from '../calls/call.ts';
import type { SavedTask, Try, UnansweredOutcome } from '../calls/syncStep.ts';

/** What the reconciler needs done in Salesforce. Every method may be repeated without doubling anything. */
export interface SalesforcePort {
    findCaller(call: Call): Promise<Caller>;
    /** Owned by the agent of this leg. */
    openCase(call: Call, leg: Leg, tried: Try): Promise<CallCase>;
    /** Gives the Case to this leg's agent, unless it was given to somebody outside the call meanwhile. */
    changeOwner(call: Call, opened: CallCase, to: Leg): Promise<void>;
    /** Writes on the Case who the agent says is calling. */
    changeCaller(call: Call, opened: CallCase): Promise<void>;
    saveTask(call: Call, leg: Leg, tried: Try): Promise<SavedTask>;
    /** Brings what the agent wrote down into the Task of this leg; what others wrote there stays. */
    saveNote(call: Call, leg: Leg): Promise<void>;
    saveUnansweredTask(call: Call, outcome: UnansweredOutcome, tried: Try): Promise<string>;
}

/** How a failed step is to be treated; the adapter behind the port says it. */
export interface StepFailure {
    readonly kind: 'unavailable' | 'passing' | 'permanent';
    /**
     * What Salesforce may have written all the same.
     * - `nothing`: it refused
     * - `unknown`: no answer came
     * - `stillUnknown`: nothing was tried, because an earlier try may still be under way
     */
    readonly written: 'nothing' | 'unknown' | 'stillUnknown';
    /** Salesforce's own, such as `UNABLE_TO_LOCK_ROW`. */
    readonly code: string | null;
    /** May quote personal data. */
    readonly message: string;
}

/** An error of unknown making is taken for one that passes and may have written: the careful reading of both. */
export function readFailure(error: unknown): StepFailure {
    const message = error instanceof Error ? error.message : String(error);
    if (!isStepFailure(error)) return { kind: 'passing', written: 'unknown', code: null, message };
    return { kind: error.kind, written: error.written, code: error.code, message };
}

const isStepFailure = (error: unknown): error is StepFailure =>
    error instanceof Error && 'kind' in error && 'written' in error && 'code' in error;
