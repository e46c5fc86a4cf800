import type { Call } from './call.ts';
import type { StepResult } from './syncStep.ts';

/** The call with what a step brought home from Salesforce. */
export function applyStepResult(call: Call, result: StepResult): Call {
    switch (result.kind) {
        case 'callerFound':
            return { ...call, caller: result.caller };
        case 'caseOpened':
            return { ...call, caseId: result.caseId, caseNumber: result.caseNumber };
        case 'caseNumberRead':
            return { ...call, caseNumber: result.caseNumber };
        case 'taskSaved':
            return {
                ...call,
                legs: call.legs.map((leg) => (leg.id === result.legId ? { ...leg, taskId: result.taskId } : leg))
            };
        case 'nothingLacking':
            return call;
    }
}
