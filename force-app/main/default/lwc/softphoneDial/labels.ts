import dialField from '@salesforce/label/c.Softphone_DialField';
import dial from '@salesforce/label/c.Softphone_Dial';
import dialling from '@salesforce/label/c.Softphone_Dialling';
import dialTo from '@salesforce/label/c.Softphone_DialTo';
import dialNotPossible from '@salesforce/label/c.Softphone_DialNotPossible';
import erase from '@salesforce/label/c.Softphone_EraseDigit';
import openRecord from '@salesforce/label/c.Softphone_OpenRecordOf';
import retry from '@salesforce/label/c.Softphone_Retry';

export const labels = {
    dialField,
    dial,
    dialling,
    dialTo,
    dialNotPossible,
    erase,
    openRecord,
    retry
};
