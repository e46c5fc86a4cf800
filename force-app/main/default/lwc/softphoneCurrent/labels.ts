import currentEmptyHeading from '@salesforce/label/c.Softphone_CurrentEmptyHeading';
import currentEmptyMessage from '@salesforce/label/c.Softphone_CurrentEmptyMessage';

export const labels = {
    currentEmptyHeading,
    currentEmptyMessage
};
