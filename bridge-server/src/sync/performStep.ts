import type { Call } from '../calls/call.ts';
import type { SavedTask, StepResult, SyncStep, Try } from '../calls/syncStep.ts';
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
            return taskSaved(step.leg.id, await salesforce.saveTask(call, step.leg, tried));
        case 'saveNote':
            await salesforce.saveNote(call, step.leg);
            return { kind: 'noteSaved', legId: step.leg.id, note: step.leg.note };
        case 'saveUnansweredTask':
            return {
                kind: 'unansweredTaskSaved',
                taskId: await salesforce.saveUnansweredTask(call, step.outcome, tried)
            };
    }
}

const taskSaved = (legId: string, { id: taskId, note }: SavedTask): StepResult => ({
    kind: 'taskSaved',
    legId,
    taskId,
    note
});
