import type { Call } from '../calls/call.ts';
import type { EarlierTry, StepResult, SyncStep } from '../calls/syncStep.ts';
import type { SalesforcePort } from './salesforcePort.ts';

/** Does one step of a call's plan in Salesforce. Throws what the port throws. */
export async function performStep(
    salesforce: SalesforcePort,
    call: Call,
    step: SyncStep,
    earlier: EarlierTry
): Promise<StepResult> {
    switch (step.kind) {
        case 'findCaller':
            return { kind: 'callerFound', caller: await salesforce.findCaller(call.number) };
        case 'openCase':
            return { kind: 'caseOpened', ...(await salesforce.openCase(call, step.leg, earlier)) };
        case 'readCaseNumber':
            return { kind: 'caseNumberRead', caseNumber: await salesforce.readCaseNumber(step.caseId) };
        case 'saveTask':
            return {
                kind: 'taskSaved',
                legId: step.leg.id,
                taskId: await salesforce.saveTask(call, step.leg, earlier)
            };
    }
}
