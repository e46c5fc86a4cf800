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
    choiceRefused
};
