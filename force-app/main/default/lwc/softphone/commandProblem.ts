import type { RefusalReason } from 'bridge/contract';
import { type BridgeErrorKind, isAnswerLost } from 'c/bridgeClient';
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
    finishWrapUp: labels.finishWrapUpFailedHeading,
    enterQueue: labels.enterQueueFailedHeading,
    leaveQueue: labels.leaveQueueFailedHeading
};

/** Why a telephony side did not do what was asked of it. */
const REFUSALS: Readonly<Record<RefusalReason, string>> = {
    'telephony-away': labels.telephonyAway,
    'telephony-silent': labels.telephonySilent,
    'telephony-refused': labels.telephonyRefused,
    'call-over': labels.callOver,
    'not-ringing': labels.notRinging,
    'not-capable': labels.notCapable,
    'not-possible-now': labels.notPossibleNow,
    'answer-on-phone': labels.answerOnPhone,
    'phone-unreachable': labels.phoneUnreachable,
    'own-extension': labels.ownExtension,
    'no-such-target': labels.noSuchTarget,
    'target-busy': labels.targetBusy
};

/** Why the bridge did not carry out a command, by the name that it gives the problem. */
const REFUSED_COMMANDS: Readonly<Record<string, string>> = {
    ...REFUSALS,
    'call-unknown': labels.callUnknown,
    'call-not-yours': labels.callNotYours,
    'call-not-answered': labels.notAnswered,
    'reason-unknown': labels.reasonUnknown,
    'candidate-unknown': labels.candidateUnknown,
    'caller-pending': labels.callerPending,
    'caller-changed': labels.callerChanged,
    'number-without-area': labels.noArea,
    'number-unreadable': labels.numberUnreadable,
    'salesforce-away': labels.salesforceAway,
    'salesforce-refused': labels.salesforceRefused
};

/** The same names say something else of a queue. */
const REFUSED_QUEUES: Readonly<Record<string, string>> = {
    'not-possible-now': labels.queueFixed,
    'no-such-target': labels.queueUnknown,
    'not-capable': labels.queueUnknown
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
const NEEDS_NO_TELEPHONE: readonly Action[] = [
    'chooseCaller',
    'saveNote',
    'setPresence',
    'finishWrapUp',
    'enterQueue',
    'leaveQueue'
];

/** Which command failed, for which call where it was for one, and why. */
export function describeCommandFailure(failure: CommandFailure): Problem {
    const { action, error } = failure;
    const needsTelephone = !NEEDS_NO_TELEPHONE.includes(action);
    const messages = needsTelephone ? FOR_COMMANDS : WITHOUT_TELEPHONE;
    const refusals = 'queue' in failure ? { ...REFUSED_COMMANDS, ...REFUSED_QUEUES } : REFUSED_COMMANDS;
    const isLost = needsTelephone && isAnswerLost(error);
    const isUnconfirmed = isLost || problemName(error) === ('telephony-silent' satisfies RefusalReason);
    return {
        heading: fillPlaceholders(
            isUnconfirmed ? labels.unconfirmedHeading : HEADINGS[action],
            whomItWasAbout(failure)
        ),
        message: isLost ? labels.answerLost : (refusals[problemName(error)] ?? messages[error.kind]),
        detail: technicalDetail(error)
    };
}

function whomItWasAbout(failure: CommandFailure): string {
    if ('call' in failure) return callerNumber(failure.call) ?? labels.unknownNumber;
    if ('queue' in failure) return failure.queue;
    return failure.action === 'dial' ? failure.number : '';
}
