import type { Call } from '../calls/call.ts';
import type { StepResult, SyncStep, Try } from '../calls/syncStep.ts';
import type { SalesforcePort } from './salesforcePort.ts';

/** Does one step of a call's plan in Salesforce. Throws what the port throws. */
export async function performStep(
    salesforce: SalesforcePort,
    call: Call,
    step: SyncStep,
    tried: Try
): Promise<StepResult> {
    switch (step.kind) {
        case 'findCaller':
            return { kind: 'callerFound', caller: await salesforce.findCaller(call) };
        case 'openCase':
            return { kind: 'caseOpened', opened: await salesforce.openCase(call, step.leg, tried) };
        case 'changeOwner':
            await salesforce.changeOwner(call, step.opened, step.to);
            return { kind: 'ownerChanged', legId: step.to.id };
        case 'changeCaller':
            await salesforce.changeCaller(call, step.opened);
            return { kind: 'callerChanged', who: call.caller?.who?.id ?? null };
        case 'saveTask':
            return {
                kind: 'taskSaved',
                legId: step.leg.id,
                taskId: await salesforce.saveTask(call, step.leg, tried)
            };
        case 'saveUnansweredTask':
            return {
                kind: 'unansweredTaskSaved',
                taskId: await salesforce.saveUnansweredTask(call, step.outcome, tried)
            };
    }
}
