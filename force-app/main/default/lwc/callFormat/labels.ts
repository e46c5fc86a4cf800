import leadName from '@salesforce/label/c.Softphone_LeadName';

export const labels = {
    leadName
};
