import play from '@salesforce/label/c.Softphone_PlayerPlay';
import pause from '@salesforce/label/c.Softphone_PlayerPause';
import notPlayable from '@salesforce/label/c.Softphone_PlayerNotPlayable';

export const labels = {
    play,
    pause,
    notPlayable
};
