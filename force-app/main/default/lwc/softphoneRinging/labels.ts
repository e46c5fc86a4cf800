import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import ringingList from '@salesforce/label/c.Softphone_RingingList';
import waiting from '@salesforce/label/c.Softphone_Waiting';
import queue from '@salesforce/label/c.Softphone_Queue';
import answer from '@salesforce/label/c.Softphone_Answer';
import answering from '@salesforce/label/c.Softphone_Answering';
import answerOnPhone from '@salesforce/label/c.Softphone_AnswerOnPhone';
import answerAfterCall from '@salesforce/label/c.Softphone_AnswerAfterCall';
import answerOverdue from '@salesforce/label/c.Softphone_AnswerOverdue';
import ringingEmptyHeading from '@salesforce/label/c.Softphone_RingingEmptyHeading';
import ringingEmptyMessage from '@salesforce/label/c.Softphone_RingingEmptyMessage';

export const labels = {
    unknownNumber,
    ringingList,
    waiting,
    queue,
    answer,
    answering,
    answerOnPhone,
    answerAfterCall,
    answerOverdue,
    ringingEmptyHeading,
    ringingEmptyMessage
};
