import type { AlertPreferences, AlertStatus, NotificationState, ToneName } from 'c/callAlerts';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const TONES: readonly { readonly value: ToneName; readonly label: string }[] = [
    { value: 'classic', label: labels.alertToneClassic },
    { value: 'soft', label: labels.alertToneSoft },
    { value: 'digital', label: labels.alertToneDigital }
];

const NOTIFICATION_TEXTS: Readonly<Record<NotificationState, string>> = {
    default: labels.notificationsAsk,
    granted: labels.notificationsGranted,
    denied: labels.notificationsDenied,
    unsupported: labels.notificationsUnsupported
};

/**
 * A bell that opens how the agent is told of a call: ring tone, volume, notifications.
 * @fires preferencechange with what changed of `AlertPreferences`
 * @fires tonetry
 * @fires alertsenable when the agent wants notifications: the browser is to be asked for its permission
 */
export default class AlertSettings extends LightningElement {
    @api status!: AlertStatus;

    labels = labels;
    tones = TONES;
    isOpen = false;

    get isMuted(): boolean {
        return this.status.preferences.muted;
    }

    get bellIcon(): string {
        return this.isMuted ? 'utility:notification_off' : 'utility:notification';
    }

    get bellLabel(): string {
        return this.isMuted ? labels.alertSettingsMuted : labels.alertSettings;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get isSoundUnsupported(): boolean {
        return this.status.sound === 'unsupported';
    }

    get notificationText(): string {
        return NOTIFICATION_TEXTS[this.status.notifications];
    }

    get canAskForNotifications(): boolean {
        return this.status.notifications === 'default';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleTone({ detail }: CustomEvent<{ value: string }>): void {
        this.prefer({ tone: detail.value as ToneName });
    }

    handleVolume({ detail }: CustomEvent<{ value: number | string }>): void {
        this.prefer({ volume: Number(detail.value) });
    }

    handleMute({ detail }: CustomEvent<{ checked: boolean }>): void {
        this.prefer({ muted: detail.checked });
    }

    handleTry(): void {
        this.dispatchEvent(new CustomEvent('tonetry'));
    }

    handleEnable(): void {
        this.dispatchEvent(new CustomEvent('alertsenable'));
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.isOpen) return;
        this.isOpen = false;
        (this.refs?.bell as HTMLElement | undefined)?.focus();
        event.stopPropagation();
    }

    /** The focus that goes to the browser's own question about notifications comes back here. */
    handleFocusOut(event: FocusEvent): void {
        const isInside = (event.currentTarget as Node).contains(event.relatedTarget as Node | null);
        if (!isInside && document.hasFocus()) this.isOpen = false;
    }

    private prefer(changes: Partial<AlertPreferences>): void {
        this.dispatchEvent(new CustomEvent('preferencechange', { detail: changes }));
    }
}
