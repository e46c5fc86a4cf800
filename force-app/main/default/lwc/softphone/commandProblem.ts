import type { BridgeErrorKind } from 'c/bridgeClient';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import type { CommandFailure } from 'c/softphoneState';
import { commandProblemLabels as labels } from './commandProblemLabels';
import { type Problem, problemName, technicalDetail } from './problem';

type Action = CommandFailure['action'];

const HEADINGS: Readonly<Record<Action, string>> = {
    answer: labels.answerFailedHeading,
    reject: labels.rejectFailedHeading,
    hangup: labels.hangUpFailedHeading,
    hold: labels.holdFailedHeading,
    resume: labels.resumeFailedHeading,
    mute: labels.muteFailedHeading,
    unmute: labels.unmuteFailedHeading,
    dtmf: labels.dtmfFailedHeading,
    blindTransfer: labels.transferFailedHeading,
    consult: labels.transferFailedHeading,
    completeTransfer: labels.transferFailedHeading,
    cancelTransfer: labels.cancelTransferFailedHeading,
    conference: labels.conferenceFailedHeading,
    pauseRecording: labels.pauseRecordingFailedHeading,
    resumeRecording: labels.resumeRecordingFailedHeading,
    chooseCaller: labels.chooseCallerFailedHeading,
    saveNote: labels.saveNoteFailedHeading,
    dial: labels.dialFailedHeading,
    setPresence: labels.presenceFailedHeading,
    finishWrapUp: labels.finishWrapUpFailedHeading
};

/** Why the bridge did not carry out a command, by the name that it gives the problem. */
const REFUSED_COMMANDS: Readonly<Record<string, string>> = {
    'call-unknown': labels.callUnknown,
    'call-not-yours': labels.callNotYours,
    'not-ringing': labels.notRinging,
    'not-capable': labels.notCapable,
    'not-possible-now': labels.notPossibleNow,
    'call-over': labels.callOver,
    'call-not-answered': labels.notAnswered,
    'reason-unknown': labels.reasonUnknown,
    'telephony-refused': labels.telephonyRefused,
    'telephony-away': labels.telephonyAway,
    'candidate-unknown': labels.candidateUnknown,
    'caller-pending': labels.callerPending,
    'caller-changed': labels.callerChanged,
    'number-without-area': labels.noArea,
    'number-unreadable': labels.numberUnreadable,
    'salesforce-away': labels.salesforceAway,
    'salesforce-refused': labels.salesforceRefused
};

type Messages = Readonly<Record<BridgeErrorKind, string>>;

const FOR_COMMANDS: Messages = {
    unreachable: labels.commandUnreachable,
    forbidden: labels.commandForbidden,
    unauthorised: labels.commandForbidden,
    refused: labels.commandRefused
};

const WITHOUT_TELEPHONE: Messages = {
    ...FOR_COMMANDS,
    unreachable: labels.choiceUnreachable,
    refused: labels.choiceRefused
};

/** What is asked of the bridge alone, so that there is no telephone to use instead. */
const NEEDS_NO_TELEPHONE: readonly Action[] = ['chooseCaller', 'saveNote', 'setPresence', 'finishWrapUp'];

/** Which command failed, for which call where it was for one, and why. */
export function describeCommandFailure(failure: CommandFailure): Problem {
    const { action, error } = failure;
    const messages = NEEDS_NO_TELEPHONE.includes(action) ? WITHOUT_TELEPHONE : FOR_COMMANDS;
    return {
        heading: fillPlaceholders(HEADINGS[action], whomItWasAbout(failure)),
        message: REFUSED_COMMANDS[problemName(error)] ?? messages[error.kind],
        detail: technicalDetail(error)
    };
}

function whomItWasAbout(failure: CommandFailure): string {
    if ('call' in failure) return callerNumber(failure.call) ?? labels.unknownNumber;
    return failure.action === 'dial' ? failure.number : '';
}
