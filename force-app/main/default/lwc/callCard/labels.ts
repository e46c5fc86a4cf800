import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import stateDialling from '@salesforce/label/c.Softphone_StateDialling';
import stateConsulting from '@salesforce/label/c.Softphone_StateConsulting';
import stateTalking from '@salesforce/label/c.Softphone_StateTalking';
import stateHeld from '@salesforce/label/c.Softphone_StateHeld';
import serviceTime from '@salesforce/label/c.Softphone_ServiceTime';
import holdTime from '@salesforce/label/c.Softphone_HoldTime';
import account from '@salesforce/label/c.Softphone_Account';
import company from '@salesforce/label/c.Softphone_Company';
import taxId from '@salesforce/label/c.Softphone_TaxId';
import showTaxId from '@salesforce/label/c.Softphone_ShowTaxId';
import hideTaxId from '@salesforce/label/c.Softphone_HideTaxId';
import protocol from '@salesforce/label/c.Softphone_Protocol';
import queueName from '@salesforce/label/c.Softphone_QueueName';
import recording from '@salesforce/label/c.Softphone_Recording';
import openNumberedCase from '@salesforce/label/c.Softphone_OpenNumberedCase';
import casePending from '@salesforce/label/c.Softphone_CasePending';
import hangUp from '@salesforce/label/c.Softphone_HangUp';
import hangingUp from '@salesforce/label/c.Softphone_HangingUp';
import hangUpOverdue from '@salesforce/label/c.Softphone_HangUpOverdue';
import copyProtocol from '@salesforce/label/c.Softphone_CopyProtocol';

export const labels = {
    unknownNumber,
    stateDialling,
    stateConsulting,
    stateTalking,
    stateHeld,
    serviceTime,
    holdTime,
    account,
    company,
    taxId,
    showTaxId,
    hideTaxId,
    protocol,
    queueName,
    recording,
    openNumberedCase,
    casePending,
    hangUp,
    hangingUp,
    hangUpOverdue,
    copyProtocol
};
