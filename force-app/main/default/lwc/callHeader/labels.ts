import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import stateDialling from '@salesforce/label/c.Softphone_StateDialling';
import stateConsulting from '@salesforce/label/c.Softphone_StateConsulting';
import stateTalking from '@salesforce/label/c.Softphone_StateTalking';
import stateHeld from '@salesforce/label/c.Softphone_StateHeld';
import stateConference from '@salesforce/label/c.Softphone_StateConference';
import muted from '@salesforce/label/c.Softphone_Mute';
import serviceTime from '@salesforce/label/c.Softphone_ServiceTime';
import holdTime from '@salesforce/label/c.Softphone_HoldTime';
import recording from '@salesforce/label/c.Softphone_Recording';
import recordingPaused from '@salesforce/label/c.Softphone_RecordingPaused';
import consultedBy from '@salesforce/label/c.Softphone_ConsultFrom';
import onTheLine from '@salesforce/label/c.Softphone_OnTheLine';
import extension from '@salesforce/label/c.Softphone_Extension';

export const labels = {
    unknownNumber,
    stateDialling,
    stateConsulting,
    stateTalking,
    stateHeld,
    stateConference,
    muted,
    serviceTime,
    holdTime,
    recording,
    recordingPaused,
    consultedBy,
    onTheLine,
    extension
};
