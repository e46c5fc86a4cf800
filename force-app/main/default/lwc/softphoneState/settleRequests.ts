import type { CallView } from 'bridge/contract';
import { isChoiceSettled } from './pendingChoice';
import { isCommandSettled } from './pendingCommand';
import type { CommandFailure, FailureOfCall, SoftphoneState } from './state';

/** Forgets what was asked for, and the failure of it, that the calls as they are now have settled. */
export function settleRequests(state: SoftphoneState): SoftphoneState {
    const { calls, pending, choices, failure } = state;
    return {
        ...state,
        pending: without(pending, ({ action }, legId) => isCommandSettled(action, calls[legId])),
        choices: without(choices, ({ candidateId }, legId) => isChoiceSettled(candidateId, calls[legId])),
        failure: failure && isOfCall(failure) && isFailureSettled(failure, calls[failure.call.legId]) ? null : failure
    };
}

type Failure<Kind> = Kind & Pick<CommandFailure, 'error'>;

const isOfCall = (failure: CommandFailure): failure is Failure<FailureOfCall> => 'call' in failure;

function isFailureSettled(failure: FailureOfCall, call: CallView | undefined): boolean {
    if (failure.action === 'chooseCaller') return isChoiceSettled(failure.candidateId, call);
    // what is written down about a call may be written when it is over
    return failure.action !== 'saveNote' && isCommandSettled(failure.action, call);
}

/** The record itself when nothing in it is settled, so that who shows it has nothing to do. */
function without<Value>(
    record: Readonly<Record<string, Value>>,
    isSettled: (value: Value, key: string) => boolean
): Readonly<Record<string, Value>> {
    const entries = Object.entries(record);
    const open = entries.filter(([key, value]) => !isSettled(value, key));
    return open.length === entries.length ? record : Object.fromEntries(open);
}
