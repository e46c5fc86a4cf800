import answerFailedHeading from '@salesforce/label/c.Softphone_AnswerFailedHeading';
import hangUpFailedHeading from '@salesforce/label/c.Softphone_HangUpFailedHeading';
import chooseCallerFailedHeading from '@salesforce/label/c.Softphone_ChooseCallerFailedHeading';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import commandUnreachable from '@salesforce/label/c.Softphone_CommandUnreachable';
import commandRefused from '@salesforce/label/c.Softphone_CommandRefused';
import commandForbidden from '@salesforce/label/c.Softphone_CommandForbidden';
import callUnknown from '@salesforce/label/c.Softphone_CommandCallUnknown';
import callNotYours from '@salesforce/label/c.Softphone_CommandCallNotYours';
import notRinging from '@salesforce/label/c.Softphone_CommandNotRinging';
import callOver from '@salesforce/label/c.Softphone_CommandCallOver';
import telephonyRefused from '@salesforce/label/c.Softphone_CommandTelephonyRefused';
import telephonyAway from '@salesforce/label/c.Softphone_CommandTelephonyAway';
import candidateUnknown from '@salesforce/label/c.Softphone_CommandCandidateUnknown';
import callerPending from '@salesforce/label/c.Softphone_CommandCallerPending';
import callerChanged from '@salesforce/label/c.Softphone_CommandCallerChanged';
import choiceUnreachable from '@salesforce/label/c.Softphone_ChoiceUnreachable';
import choiceRefused from '@salesforce/label/c.Softphone_ChoiceRefused';
import rejectFailedHeading from '@salesforce/label/c.Softphone_RejectFailedHeading';
import holdFailedHeading from '@salesforce/label/c.Softphone_HoldFailedHeading';
import resumeFailedHeading from '@salesforce/label/c.Softphone_ResumeFailedHeading';
import muteFailedHeading from '@salesforce/label/c.Softphone_MuteFailedHeading';
import unmuteFailedHeading from '@salesforce/label/c.Softphone_UnmuteFailedHeading';
import dtmfFailedHeading from '@salesforce/label/c.Softphone_DtmfFailedHeading';
import transferFailedHeading from '@salesforce/label/c.Softphone_TransferFailedHeading';
import cancelTransferFailedHeading from '@salesforce/label/c.Softphone_CancelTransferFailedHeading';
import conferenceFailedHeading from '@salesforce/label/c.Softphone_ConferenceFailedHeading';
import pauseRecordingFailedHeading from '@salesforce/label/c.Softphone_PauseRecordingFailedHeading';
import resumeRecordingFailedHeading from '@salesforce/label/c.Softphone_ResumeRecordingFailedHeading';
import saveNoteFailedHeading from '@salesforce/label/c.Softphone_SaveNoteFailedHeading';
import dialFailedHeading from '@salesforce/label/c.Softphone_DialFailedHeading';
import presenceFailedHeading from '@salesforce/label/c.Softphone_PresenceFailedHeading';
import finishWrapUpFailedHeading from '@salesforce/label/c.Softphone_FinishWrapUpFailedHeading';
import notCapable from '@salesforce/label/c.Softphone_CommandNotCapable';
import notPossibleNow from '@salesforce/label/c.Softphone_CommandNotPossibleNow';
import notAnswered from '@salesforce/label/c.Softphone_CommandNotAnswered';
import reasonUnknown from '@salesforce/label/c.Softphone_CommandReasonUnknown';
import noArea from '@salesforce/label/c.Softphone_CommandNoArea';
import numberUnreadable from '@salesforce/label/c.Softphone_CommandNumberUnreadable';
import salesforceAway from '@salesforce/label/c.Softphone_CommandSalesforceAway';
import salesforceRefused from '@salesforce/label/c.Softphone_CommandSalesforceRefused';
import answerLost from '@salesforce/label/c.Softphone_CommandAnswerLost';
import answerOnPhone from '@salesforce/label/c.Softphone_CommandAnswerOnPhone';
import noSuchTarget from '@salesforce/label/c.Softphone_CommandNoSuchTarget';
import ownExtension from '@salesforce/label/c.Softphone_CommandOwnExtension';
import phoneUnreachable from '@salesforce/label/c.Softphone_CommandPhoneUnreachable';
import targetBusy from '@salesforce/label/c.Softphone_CommandTargetBusy';
import telephonySilent from '@salesforce/label/c.Softphone_CommandTelephonySilent';
import unconfirmedHeading from '@salesforce/label/c.Softphone_CommandUnconfirmedHeading';
import enterQueueFailedHeading from '@salesforce/label/c.Softphone_EnterQueueFailedHeading';
import leaveQueueFailedHeading from '@salesforce/label/c.Softphone_LeaveQueueFailedHeading';
import queueFixed from '@salesforce/label/c.Softphone_CommandQueueFixed';
import queueUnknown from '@salesforce/label/c.Softphone_CommandQueueUnknown';

export const commandProblemLabels = {
    answerFailedHeading,
    hangUpFailedHeading,
    chooseCallerFailedHeading,
    unknownNumber,
    commandUnreachable,
    commandRefused,
    commandForbidden,
    callUnknown,
    callNotYours,
    notRinging,
    callOver,
    telephonyRefused,
    telephonyAway,
    candidateUnknown,
    callerPending,
    callerChanged,
    choiceUnreachable,
    choiceRefused,
    rejectFailedHeading,
    holdFailedHeading,
    resumeFailedHeading,
    muteFailedHeading,
    unmuteFailedHeading,
    dtmfFailedHeading,
    transferFailedHeading,
    cancelTransferFailedHeading,
    conferenceFailedHeading,
    pauseRecordingFailedHeading,
    resumeRecordingFailedHeading,
    saveNoteFailedHeading,
    dialFailedHeading,
    presenceFailedHeading,
    finishWrapUpFailedHeading,
    notCapable,
    notPossibleNow,
    notAnswered,
    reasonUnknown,
    noArea,
    numberUnreadable,
    salesforceAway,
    salesforceRefused,
    answerLost,
    answerOnPhone,
    noSuchTarget,
    ownExtension,
    phoneUnreachable,
    targetBusy,
    telephonySilent,
    unconfirmedHeading,
    enterQueueFailedHeading,
    leaveQueueFailedHeading,
    queueFixed,
    queueUnknown
};
