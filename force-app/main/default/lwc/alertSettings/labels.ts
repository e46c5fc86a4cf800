import alertMute from '@salesforce/label/c.Softphone_AlertMute';
import alertSettings from '@salesforce/label/c.Softphone_AlertSettings';
import alertSettingsMuted from '@salesforce/label/c.Softphone_AlertSettingsMuted';
import alertSoundUnsupported from '@salesforce/label/c.Softphone_AlertSoundUnsupported';
import alertTone from '@salesforce/label/c.Softphone_AlertTone';
import alertToneClassic from '@salesforce/label/c.Softphone_AlertToneClassic';
import alertToneDigital from '@salesforce/label/c.Softphone_AlertToneDigital';
import alertToneSoft from '@salesforce/label/c.Softphone_AlertToneSoft';
import alertTryTone from '@salesforce/label/c.Softphone_AlertTryTone';
import alertVolume from '@salesforce/label/c.Softphone_AlertVolume';
import enableNotifications from '@salesforce/label/c.Softphone_EnableNotifications';
import notificationsAsk from '@salesforce/label/c.Softphone_NotificationsAsk';
import notificationsDenied from '@salesforce/label/c.Softphone_NotificationsDenied';
import notificationsGranted from '@salesforce/label/c.Softphone_NotificationsGranted';
import notificationsUnsupported from '@salesforce/label/c.Softphone_NotificationsUnsupported';

export const labels = {
    alertMute,
    alertSettings,
    alertSettingsMuted,
    alertSoundUnsupported,
    alertTone,
    alertToneClassic,
    alertToneDigital,
    alertToneSoft,
    alertTryTone,
    alertVolume,
    enableNotifications,
    notificationsAsk,
    notificationsDenied,
    notificationsGranted,
    notificationsUnsupported
};
