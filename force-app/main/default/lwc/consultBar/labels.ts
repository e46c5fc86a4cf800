import consultRinging from '@salesforce/label/c.Softphone_ConsultRinging';
import consultTalking from '@salesforce/label/c.Softphone_ConsultTalking';
import consultJoined from '@salesforce/label/c.Softphone_ConsultJoined';
import completeTransfer from '@salesforce/label/c.Softphone_CompleteTransfer';
import conference from '@salesforce/label/c.Softphone_Conference';
import backToCustomer from '@salesforce/label/c.Softphone_BackToCustomer';
import queue from '@salesforce/label/c.Softphone_Queue';
import extension from '@salesforce/label/c.Softphone_Extension';
import commandUnderWay from '@salesforce/label/c.Softphone_CommandUnderWay';

export const labels = {
    consultRinging,
    consultTalking,
    consultJoined,
    completeTransfer,
    conference,
    backToCustomer,
    queue,
    extension,
    commandUnderWay
};
