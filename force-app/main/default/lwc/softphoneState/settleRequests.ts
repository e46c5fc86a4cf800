import type { CallView } from 'bridge/contract';
import { isChoiceSettled } from './pendingChoice';
import { isCommandSettled } from './pendingCommand';
import type { CommandFailure, SoftphoneState } from './state';

/** Forgets what was asked for, and the failure of it, that the calls as they are now have settled. */
export function settleRequests(state: SoftphoneState): SoftphoneState {
    const { calls, pending, choices, failure } = state;
    return {
        ...state,
        pending: without(pending, ({ action }, legId) => isCommandSettled(action, calls[legId])),
        choices: without(choices, ({ candidateId }, legId) => isChoiceSettled(candidateId, calls[legId])),
        failure: failure && isFailureSettled(failure, calls[failure.call.legId]) ? null : failure
    };
}

function isFailureSettled(failure: CommandFailure, call: CallView | undefined): boolean {
    if (failure.action === 'chooseCaller') return isChoiceSettled(failure.candidateId, call);
    return isCommandSettled(failure.action, call);
}

const without = <Value>(
    record: Readonly<Record<string, Value>>,
    isSettled: (value: Value, key: string) => boolean
): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(record).filter(([key, value]) => !isSettled(value, key)));
