import consultFrom from '@salesforce/label/c.Softphone_ConsultFrom';
import newCall from '@salesforce/label/c.Softphone_NewCall';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';

export const labels = {
    consultFrom,
    newCall,
    unknownNumber
};
