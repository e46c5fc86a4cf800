import noUrlHeading from '@salesforce/label/c.Softphone_NoUrlHeading';
import noUrlMessage from '@salesforce/label/c.Softphone_NoUrlMessage';
import unreachableHeading from '@salesforce/label/c.Softphone_UnreachableHeading';
import unreachableMessage from '@salesforce/label/c.Softphone_UnreachableMessage';
import noExtensionHeading from '@salesforce/label/c.Softphone_NoExtensionHeading';
import noExtensionMessage from '@salesforce/label/c.Softphone_NoExtensionMessage';
import notAuthorisedHeading from '@salesforce/label/c.Softphone_NotAuthorisedHeading';
import notAuthorisedMessage from '@salesforce/label/c.Softphone_NotAuthorisedMessage';
import refusedHeading from '@salesforce/label/c.Softphone_RefusedHeading';
import refusedMessage from '@salesforce/label/c.Softphone_RefusedMessage';
import answerFailedHeading from '@salesforce/label/c.Softphone_AnswerFailedHeading';
import hangUpFailedHeading from '@salesforce/label/c.Softphone_HangUpFailedHeading';
import commandUnreachable from '@salesforce/label/c.Softphone_CommandUnreachable';
import commandRefused from '@salesforce/label/c.Softphone_CommandRefused';
import commandForbidden from '@salesforce/label/c.Softphone_CommandForbidden';
import retry from '@salesforce/label/c.Softphone_Retry';

export const problemLabels = {
    noUrlHeading,
    noUrlMessage,
    unreachableHeading,
    unreachableMessage,
    noExtensionHeading,
    noExtensionMessage,
    notAuthorisedHeading,
    notAuthorisedMessage,
    refusedHeading,
    refusedMessage,
    answerFailedHeading,
    hangUpFailedHeading,
    commandUnreachable,
    commandRefused,
    commandForbidden,
    retry
};
