import keypad from '@salesforce/label/c.Softphone_Keypad';
import keypadDigits from '@salesforce/label/c.Softphone_KeypadDigits';
import keypadHelp from '@salesforce/label/c.Softphone_KeypadHelp';
import keypadSent from '@salesforce/label/c.Softphone_KeypadSent';

export const labels = {
    keypad,
    keypadDigits,
    keypadHelp,
    keypadSent
};
