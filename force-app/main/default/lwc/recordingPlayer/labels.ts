import listen from '@salesforce/label/c.Softphone_PlayerListen';
import opening from '@salesforce/label/c.Softphone_PlayerOpening';
import copying from '@salesforce/label/c.Softphone_PlayerCopying';
import recordingOf from '@salesforce/label/c.Softphone_PlayerRecordingOf';
import part from '@salesforce/label/c.Softphone_PlayerPart';

export const labels = {
    listen,
    opening,
    copying,
    recordingOf,
    part
};
