import copied from '@salesforce/label/c.Softphone_Copied';
import copyFailed from '@salesforce/label/c.Softphone_CopyFailed';

export const labels = {
    copied,
    copyFailed
};
