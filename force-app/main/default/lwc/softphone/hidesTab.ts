import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';

/** Whether an event that the agent did not cause on the tabs hides the tab that they were on. */
export const hidesTab = (before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent): boolean =>
    event.type !== 'tabSelected' && before.activeTab !== after.activeTab;
