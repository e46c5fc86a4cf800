import type { Call, Caller, Leg } from '../calls/call.ts';
import type { EarlierTry } from '../calls/syncStep.ts';

/** What the reconciler needs done in Salesforce. Every method may be repeated without doubling anything. */
export interface SalesforcePort {
    findCaller(number: string | null): Promise<Caller>;
    openCase(call: Call, leg: Leg, earlier: EarlierTry): Promise<{ caseId: string; caseNumber: string | null }>;
    readCaseNumber(caseId: string): Promise<string>;
    saveTask(call: Call, leg: Leg, earlier: EarlierTry): Promise<string>;
}

/** How a failed step is to be treated; the adapter behind the port says it. */
export interface StepFailure extends Error {
    readonly kind: 'unavailable' | 'passing' | 'permanent';
    /** Whether Salesforce may have written all the same: the answer was lost. */
    readonly mayHaveHappened: boolean;
}

/** An error of unknown making is taken for one that passes and may have written: the careful reading of both. */
export function readFailure(error: unknown): Pick<StepFailure, 'kind' | 'mayHaveHappened'> & { code: string | null } {
    if (!isStepFailure(error)) return { kind: 'passing', mayHaveHappened: true, code: null };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return { kind: error.kind, mayHaveHappened: error.mayHaveHappened, code };
}

const isStepFailure = (error: unknown): error is StepFailure =>
    error instanceof Error && 'kind' in error && 'mayHaveHappened' in error;
