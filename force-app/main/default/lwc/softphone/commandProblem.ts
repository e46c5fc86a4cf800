import type { BridgeErrorKind } from 'c/bridgeClient';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import type { CommandFailure } from 'c/softphoneState';
import { commandProblemLabels as labels } from './commandProblemLabels';
import { type Problem, problemName, technicalDetail } from './problem';

type Action = CommandFailure['action'];

const HEADINGS: Readonly<Record<Action, string>> = {
    answer: labels.answerFailedHeading,
    hangup: labels.hangUpFailedHeading,
    chooseCaller: labels.chooseCallerFailedHeading
};

/** Why the bridge did not carry out a command, by the name that it gives the problem. */
const REFUSED_COMMANDS: Readonly<Record<string, string>> = {
    'call-unknown': labels.callUnknown,
    'call-not-yours': labels.callNotYours,
    'not-ringing': labels.notRinging,
    'call-over': labels.callOver,
    'telephony-refused': labels.telephonyRefused,
    'telephony-away': labels.telephonyAway,
    'candidate-unknown': labels.candidateUnknown,
    'caller-pending': labels.callerPending,
    'caller-changed': labels.callerChanged
};

type Messages = Readonly<Record<BridgeErrorKind, string>>;

const FOR_COMMANDS: Messages = {
    unreachable: labels.commandUnreachable,
    forbidden: labels.commandForbidden,
    unauthorised: labels.commandForbidden,
    refused: labels.commandRefused
};

/** No telephone takes part in a choice. */
const FOR_CHOICES: Messages = {
    ...FOR_COMMANDS,
    unreachable: labels.choiceUnreachable,
    refused: labels.choiceRefused
};

const MESSAGES: Readonly<Record<Action, Messages>> = {
    answer: FOR_COMMANDS,
    hangup: FOR_COMMANDS,
    chooseCaller: FOR_CHOICES
};

/** Which command for which call failed, and why. */
export function describeCommandFailure({ call, action, error }: CommandFailure): Problem {
    return {
        heading: fillPlaceholders(HEADINGS[action], callerNumber(call) ?? labels.unknownNumber),
        message: REFUSED_COMMANDS[problemName(error)] ?? MESSAGES[action][error.kind],
        detail: technicalDetail(error)
    };
}
