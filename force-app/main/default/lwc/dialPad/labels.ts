import dialPad from '@salesforce/label/c.Softphone_DialPad';

export const labels = {
    dialPad
};
