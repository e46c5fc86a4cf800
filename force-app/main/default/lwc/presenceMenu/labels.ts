import available from '@salesforce/label/c.Softphone_ColleagueAvailable';
import offline from '@salesforce/label/c.Softphone_ColleagueOffline';
import onCall from '@salesforce/label/c.Softphone_ColleagueOnCall';
import paused from '@salesforce/label/c.Softphone_ColleaguePaused';
import pausedFor from '@salesforce/label/c.Softphone_ColleaguePausedFor';
import wrapUp from '@salesforce/label/c.Softphone_WrapUpHeading';
import menu from '@salesforce/label/c.Softphone_PresenceMenu';
import pause from '@salesforce/label/c.Softphone_PresencePause';
import changing from '@salesforce/label/c.Softphone_PresenceChanging';
import automatic from '@salesforce/label/c.Softphone_PresenceAutomatic';
import announcement from '@salesforce/label/c.Softphone_PresenceAnnouncement';
import afterwards from '@salesforce/label/c.Softphone_PresenceAfterwards';
import wrapUpLeft from '@salesforce/label/c.Softphone_WrapUpLeft';
import queues from '@salesforce/label/c.Softphone_PresenceQueuesOpen';

export const labels = {
    available,
    offline,
    onCall,
    paused,
    pausedFor,
    wrapUp,
    menu,
    pause,
    changing,
    automatic,
    announcement,
    afterwards,
    wrapUpLeft,
    queues
};
