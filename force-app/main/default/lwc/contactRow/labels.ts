import account from '@salesforce/label/c.Softphone_Account';
import kindContact from '@salesforce/label/c.Softphone_KindContact';
import kindPersonAccount from '@salesforce/label/c.Softphone_KindPersonAccount';
import kindLead from '@salesforce/label/c.Softphone_KindLead';
import noPhone from '@salesforce/label/c.Softphone_NoPhone';

export const labels = {
    account,
    kindContact,
    kindPersonAccount,
    kindLead,
    noPhone
};
