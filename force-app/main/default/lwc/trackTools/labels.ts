import back from '@salesforce/label/c.Softphone_PlayerBack';
import forward from '@salesforce/label/c.Softphone_PlayerForward';
import speed from '@salesforce/label/c.Softphone_PlayerSpeed';

export const labels = {
    back,
    forward,
    speed
};
