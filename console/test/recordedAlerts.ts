import type { Page } from 'playwright-core';
import { waitInPage } from './waitInPage.ts';

/** A desktop notification that the page asked for. */
export interface RecordedNotification {
    readonly title: string;
    readonly body: string;
    readonly isClosed: boolean;
}

/** What the page did to draw the agent's attention. */
export interface RecordedAlerts {
    readonly notifications: readonly RecordedNotification[];
    /** For each time the agent was asked for the permission: whether it was on a click. */
    readonly askedOnClick: readonly boolean[];
    /** The notes of the ring tone that were played. */
    readonly notes: number;
    /** How often the page asked for the focus. */
    readonly focused: number;
    /** Every title that the page has had, in order. */
    readonly titles: readonly string[];
}

/**
 * A script to run before the page's own: it records alerts instead of showing and playing them.
 *
 * @param permission what the browser says about notifications until it is asked
 */
export const recordAlerts = (permission: 'default' | 'granted'): string => `(() => {
    const alerts = { notifications: [], askedOnClick: [], notes: 0, focused: 0, titles: [] };
    const shown = [];
    let permission = '${permission}';
    window.recordedAlerts = { alerts, clickOn: (index) => shown[index].onclick() };
    window.Notification = class {
        static get permission() { return permission; }
        static async requestPermission() {
            alerts.askedOnClick.push(navigator.userActivation.isActive);
            permission = 'granted';
            return permission;
        }
        constructor(title, { body }) {
            this.record = { title, body, isClosed: false };
            alerts.notifications.push(this.record);
            shown.push(this);
        }
        close() { this.record.isClosed = true; }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
        alerts.notes += 1;
        start.apply(this, when);
    };
    const focus = window.focus;
    window.focus = () => {
        alerts.focused += 1;
        focus.call(window);
    };
    const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
    Object.defineProperty(document, 'title', {
        get,
        set(title) {
            alerts.titles.push(title);
            set.call(document, title);
        }
    });
})()`;

export const readAlerts = (page: Page): Promise<RecordedAlerts> =>
    page.evaluate<RecordedAlerts>('recordedAlerts.alerts');

/** Resolves once the page has alerted so. @param condition JavaScript of the page about `alerts` */
export const waitForAlerts = (page: Page, condition: string): Promise<number> =>
    waitInPage(page, `(({ alerts }) => ${condition})(recordedAlerts)`);

/** Clicks on the notification that was shown so many before. @param index from 0 */
export const clickOnNotification = (page: Page, index: number): Promise<void> =>
    page.evaluate(`recordedAlerts.clickOn(${index})`);
