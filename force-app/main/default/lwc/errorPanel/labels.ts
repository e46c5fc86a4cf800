import copyAddress from '@salesforce/label/c.Softphone_CopyAddress';
import technicalDetail from '@salesforce/label/c.Softphone_TechnicalDetail';

export const labels = {
    copyAddress,
    technicalDetail
};
