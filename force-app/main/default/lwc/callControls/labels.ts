import mute from '@salesforce/label/c.Softphone_Mute';
import hold from '@salesforce/label/c.Softphone_Hold';
import keypad from '@salesforce/label/c.Softphone_Keypad';
import transfer from '@salesforce/label/c.Softphone_Transfer';
import pauseRecording from '@salesforce/label/c.Softphone_PauseRecording';
import commandUnderWay from '@salesforce/label/c.Softphone_CommandUnderWay';
import commandOverdue from '@salesforce/label/c.Softphone_CommandOverdue';
import hangUp from '@salesforce/label/c.Softphone_HangUp';
import hangingUp from '@salesforce/label/c.Softphone_HangingUp';
import hangUpOverdue from '@salesforce/label/c.Softphone_HangUpOverdue';
import consult from '@salesforce/label/c.Softphone_Consult';
import completeTransfer from '@salesforce/label/c.Softphone_CompleteTransfer';
import conference from '@salesforce/label/c.Softphone_Conference';
import backToCustomer from '@salesforce/label/c.Softphone_BackToCustomer';

export const labels = {
    mute,
    hold,
    keypad,
    transfer,
    pauseRecording,
    commandUnderWay,
    commandOverdue,
    hangUp,
    hangingUp,
    hangUpOverdue,
    consult,
    completeTransfer,
    conference,
    backToCustomer
};
