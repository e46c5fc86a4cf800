import account from '@salesforce/label/c.Softphone_Account';
import company from '@salesforce/label/c.Softphone_Company';
import taxId from '@salesforce/label/c.Softphone_TaxId';
import showTaxId from '@salesforce/label/c.Softphone_ShowTaxId';
import hideTaxId from '@salesforce/label/c.Softphone_HideTaxId';
import protocol from '@salesforce/label/c.Softphone_Protocol';
import queueName from '@salesforce/label/c.Softphone_QueueName';
import openNumberedCase from '@salesforce/label/c.Softphone_OpenNumberedCase';
import casePending from '@salesforce/label/c.Softphone_CasePending';
import copyProtocol from '@salesforce/label/c.Softphone_CopyProtocol';

export const labels = {
    account,
    company,
    taxId,
    showTaxId,
    hideTaxId,
    protocol,
    queueName,
    openNumberedCase,
    casePending,
    copyProtocol
};
