import type { Call, Caller, Leg } from '../calls/call.ts';

/** What the reconciler needs done in Salesforce. Every method may be repeated without doubling anything. */
export interface SalesforcePort {
    findCaller(number: string | null): Promise<Caller>;
    /** @param attempt from 1; a second one finds what a first one may have left */
    openCase(call: Call, leg: Leg, attempt: number): Promise<{ caseId: string; caseNumber: string | null }>;
    readCaseNumber(caseId: string): Promise<string>;
    saveTask(call: Call, leg: Leg, attempt: number): Promise<string>;
}

/** How a failed step is to be treated; the adapter behind the port says it. */
export interface StepFailure extends Error {
    readonly kind: 'unavailable' | 'passing' | 'permanent';
}

/** An error of unknown making is taken for one that passes: giving up is for what Salesforce refuses for good. */
export const failureKind = (error: unknown): StepFailure['kind'] =>
    error instanceof Error && 'kind' in error && (error.kind === 'permanent' || error.kind === 'unavailable')
        ? error.kind
        : 'passing';
