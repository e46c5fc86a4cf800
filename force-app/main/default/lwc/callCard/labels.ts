import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import stateHeld from '@salesforce/label/c.Softphone_StateHeld';
import holdTime from '@salesforce/label/c.Softphone_HoldTime';
import resume from '@salesforce/label/c.Softphone_Resume';
import resumeCallWith from '@salesforce/label/c.Softphone_ResumeCallWith';
import commandUnderWay from '@salesforce/label/c.Softphone_CommandUnderWay';

export const labels = {
    unknownNumber,
    stateHeld,
    holdTime,
    resume,
    resumeCallWith,
    commandUnderWay
};
