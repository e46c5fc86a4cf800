import title from '@salesforce/label/c.Softphone_Title';
import tabRinging from '@salesforce/label/c.Softphone_TabRinging';
import tabRingingCount from '@salesforce/label/c.Softphone_TabRingingCount';
import tabCurrent from '@salesforce/label/c.Softphone_TabCurrent';
import tabHistory from '@salesforce/label/c.Softphone_TabHistory';
import tabDial from '@salesforce/label/c.Softphone_TabDial';
import extension from '@salesforce/label/c.Softphone_Extension';
import utilityRinging from '@salesforce/label/c.Softphone_UtilityRinging';
import utilityCurrent from '@salesforce/label/c.Softphone_UtilityCurrent';
import utilityDisconnected from '@salesforce/label/c.Softphone_UtilityDisconnected';
import connecting from '@salesforce/label/c.Softphone_Connecting';
import dismiss from '@salesforce/label/c.Softphone_Dismiss';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';

export const labels = {
    title,
    tabRinging,
    tabRingingCount,
    tabCurrent,
    tabHistory,
    tabDial,
    extension,
    utilityRinging,
    utilityCurrent,
    utilityDisconnected,
    connecting,
    dismiss,
    unknownNumber
};
