import { type SoftphoneEvent, type SoftphoneState, currentCalls } from 'c/softphoneState';

/** Whether an event that the agent did not cause on the tabs hides a tab or removes the card of a call. */
export function losesFocus(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent): boolean {
    if (event.type === 'tabSelected') return false;
    return before.activeTab !== after.activeTab || currentCalls(after).length < currentCalls(before).length;
}
