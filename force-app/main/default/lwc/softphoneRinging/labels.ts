import answer from '@salesforce/label/c.Softphone_Answer';
import answerAfterCall from '@salesforce/label/c.Softphone_AnswerAfterCall';
import answerHoldsCurrent from '@salesforce/label/c.Softphone_AnswerHoldsCurrent';
import answerOnPhone from '@salesforce/label/c.Softphone_AnswerOnPhone';
import answerOverdue from '@salesforce/label/c.Softphone_AnswerOverdue';
import answering from '@salesforce/label/c.Softphone_Answering';
import consultFrom from '@salesforce/label/c.Softphone_ConsultFrom';
import enableNotifications from '@salesforce/label/c.Softphone_EnableNotifications';
import enableSound from '@salesforce/label/c.Softphone_EnableSound';
import extension from '@salesforce/label/c.Softphone_Extension';
import goneAbandoned from '@salesforce/label/c.Softphone_GoneAbandoned';
import goneMissed from '@salesforce/label/c.Softphone_GoneMissed';
import goneTaken from '@salesforce/label/c.Softphone_GoneTaken';
import queue from '@salesforce/label/c.Softphone_Queue';
import reject from '@salesforce/label/c.Softphone_Reject';
import rejectOverdue from '@salesforce/label/c.Softphone_RejectOverdue';
import rejecting from '@salesforce/label/c.Softphone_Rejecting';
import ringingEmptyHeading from '@salesforce/label/c.Softphone_RingingEmptyHeading';
import ringingEmptyMessage from '@salesforce/label/c.Softphone_RingingEmptyMessage';
import ringingKeys from '@salesforce/label/c.Softphone_RingingKeys';
import ringingList from '@salesforce/label/c.Softphone_RingingList';
import ringingLostHeading from '@salesforce/label/c.Softphone_RingingLostHeading';
import ringingLostMessage from '@salesforce/label/c.Softphone_RingingLostMessage';
import ringingRejectKey from '@salesforce/label/c.Softphone_RingingRejectKey';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import waiting from '@salesforce/label/c.Softphone_Waiting';

export const labels = {
    answer,
    answerAfterCall,
    answerHoldsCurrent,
    answerOnPhone,
    answerOverdue,
    answering,
    consultFrom,
    enableNotifications,
    enableSound,
    extension,
    goneAbandoned,
    goneMissed,
    goneTaken,
    queue,
    reject,
    rejectOverdue,
    rejecting,
    ringingEmptyHeading,
    ringingEmptyMessage,
    ringingKeys,
    ringingList,
    ringingLostHeading,
    ringingLostMessage,
    ringingRejectKey,
    unknownNumber,
    waiting
};
