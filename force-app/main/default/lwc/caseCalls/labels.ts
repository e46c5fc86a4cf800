import title from '@salesforce/label/c.Softphone_CaseCallsTitle';
import titleCount from '@salesforce/label/c.Softphone_CaseCallsTitleCount';
import loading from '@salesforce/label/c.Softphone_CaseCallsLoading';
import emptyHeading from '@salesforce/label/c.Softphone_CaseCallsEmptyHeading';
import emptyMessage from '@salesforce/label/c.Softphone_CaseCallsEmptyMessage';
import noSoftphoneHeading from '@salesforce/label/c.Softphone_CaseCallsNoSoftphoneHeading';
import noSoftphoneMessage from '@salesforce/label/c.Softphone_CaseCallsNoSoftphoneMessage';
import failedHeading from '@salesforce/label/c.Softphone_CaseCallsFailedHeading';
import unreachable from '@salesforce/label/c.Softphone_CaseCallsUnreachable';
import forbidden from '@salesforce/label/c.Softphone_CaseCallsForbidden';
import retry from '@salesforce/label/c.Softphone_Retry';
import salesforceAway from '@salesforce/label/c.Softphone_CommandSalesforceAway';

export const labels = {
    title,
    titleCount,
    loading,
    emptyHeading,
    emptyMessage,
    noSoftphoneHeading,
    noSoftphoneMessage,
    failedHeading,
    unreachable,
    forbidden,
    retry,
    salesforceAway
};
