import type { Call, Leg } from './call.ts';
import type { StepResult } from './syncStep.ts';

/** The call with what a step brought home from Salesforce. */
export function applyStepResult(call: Call, result: StepResult): Call {
    switch (result.kind) {
        case 'callerFound':
            return { ...call, caller: result.caller };
        case 'caseOpened':
            return { ...call, case: result.opened };
        case 'ownerChanged':
            return { ...call, case: call.case && { ...call.case, ownerLeg: result.legId } };
        case 'callerChanged':
            return { ...call, case: call.case && { ...call.case, who: result.who } };
        case 'taskSaved':
            return withLeg(call, result.legId, { taskId: result.taskId, taskNote: result.note });
        case 'noteSaved':
            return withLeg(call, result.legId, { taskNote: result.note });
        case 'unansweredTaskSaved':
            return { ...call, unansweredTaskId: result.taskId };
        case 'nothingLacking':
            return call;
    }
}

const withLeg = (call: Call, legId: string, facts: Partial<Leg>): Call => ({
    ...call,
    legs: call.legs.map((leg) => (leg.id === legId ? { ...leg, ...facts } : leg))
});
