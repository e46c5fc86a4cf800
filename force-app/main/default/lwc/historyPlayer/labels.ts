import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import listeningTo from '@salesforce/label/c.Softphone_HistoryListeningTo';
import stopListening from '@salesforce/label/c.Softphone_HistoryStopListening';

export const labels = {
    unknownNumber,
    listeningTo,
    stopListening
};
