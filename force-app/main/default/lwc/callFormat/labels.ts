import leadName from '@salesforce/label/c.Softphone_LeadName';
import resultAnswered from '@salesforce/label/c.Softphone_ResultAnswered';
import resultTakenByColleague from '@salesforce/label/c.Softphone_ResultTakenByColleague';
import resultMissed from '@salesforce/label/c.Softphone_ResultMissed';
import resultRefused from '@salesforce/label/c.Softphone_ResultRefused';
import resultAbandoned from '@salesforce/label/c.Softphone_ResultAbandoned';
import resultFailed from '@salesforce/label/c.Softphone_ResultFailed';

export const labels = {
    leadName,
    resultAnswered,
    resultTakenByColleague,
    resultMissed,
    resultRefused,
    resultAbandoned,
    resultFailed
};
