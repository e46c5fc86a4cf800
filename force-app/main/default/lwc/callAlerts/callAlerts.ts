export { type AlertStatus, type CallAlerts, type CallAlertsOptions, createCallAlerts } from './createCallAlerts';
export type { NotificationState } from './notifier';
export { type AlertPreferences, TONE_NAMES, type ToneName } from './preferences';
export type { SoundState } from './ringer';
