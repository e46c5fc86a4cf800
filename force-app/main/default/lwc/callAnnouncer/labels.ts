import callAnnouncement from '@salesforce/label/c.Softphone_CallAnnouncement';
import callAnnouncementWithQueue from '@salesforce/label/c.Softphone_CallAnnouncementWithQueue';
import lostCallAnnouncement from '@salesforce/label/c.Softphone_LostCallAnnouncement';
import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';

export const labels = {
    callAnnouncement,
    callAnnouncementWithQueue,
    lostCallAnnouncement,
    unknownNumber
};
