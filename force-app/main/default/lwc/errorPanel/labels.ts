import technicalDetail from '@salesforce/label/c.Softphone_TechnicalDetail';

export const labels = {
    technicalDetail
};
