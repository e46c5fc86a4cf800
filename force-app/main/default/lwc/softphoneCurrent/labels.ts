import currentEmptyHeading from '@salesforce/label/c.Softphone_CurrentEmptyHeading';
import currentEmptyMessage from '@salesforce/label/c.Softphone_CurrentEmptyMessage';
import finishWrapUp from '@salesforce/label/c.Softphone_FinishWrapUp';
import finishWrapUpOnly from '@salesforce/label/c.Softphone_FinishWrapUpOnly';

export const labels = {
    currentEmptyHeading,
    currentEmptyMessage,
    finishWrapUp,
    finishWrapUpOnly
};
