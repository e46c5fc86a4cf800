import heading from '@salesforce/label/c.Softphone_PresenceQueues';
import intro from '@salesforce/label/c.Softphone_PresenceQueuesIntro';
import close from '@salesforce/label/c.Softphone_PresenceQueuesClose';
import loading from '@salesforce/label/c.Softphone_PresenceQueuesLoading';
import empty from '@salesforce/label/c.Softphone_PresenceQueuesEmpty';
import failed from '@salesforce/label/c.Softphone_PresenceQueuesFailed';
import fixed from '@salesforce/label/c.Softphone_PresenceQueueFixed';
import changing from '@salesforce/label/c.Softphone_PresenceQueueChanging';
import entered from '@salesforce/label/c.Softphone_PresenceQueueEntered';
import left from '@salesforce/label/c.Softphone_PresenceQueueLeft';
import waiting from '@salesforce/label/c.Softphone_QueueWaiting';
import free from '@salesforce/label/c.Softphone_QueueFree';
import retry from '@salesforce/label/c.Softphone_Retry';

export const labels = {
    heading,
    intro,
    close,
    loading,
    empty,
    failed,
    fixed,
    changing,
    entered,
    left,
    waiting,
    free,
    retry
};
