import lightConnected from '@salesforce/label/c.Softphone_LightConnected';
import lightConnecting from '@salesforce/label/c.Softphone_LightConnecting';
import lightLost from '@salesforce/label/c.Softphone_LightLost';
import lightFailed from '@salesforce/label/c.Softphone_LightFailed';

export const labels = {
    lightConnected,
    lightConnecting,
    lightLost,
    lightFailed
};
