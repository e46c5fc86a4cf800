import staleCalls from '@salesforce/label/c.Softphone_StaleCalls';
import reconnectNow from '@salesforce/label/c.Softphone_ReconnectNow';

export const labels = {
    staleCalls,
    reconnectNow
};
