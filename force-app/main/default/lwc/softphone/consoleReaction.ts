import { type SoftphoneState, callsWithCase, currentCalls, newlyRinging } from 'c/softphoneState';
import { createOpenedCalls } from './openedCalls';
import { createScreenPop } from './screenPop';
import type { UtilityButton } from './utilityButton';
import { utilityLook } from './utilityLook';

/** @param leads whether this is the one window that opens Cases */
type SeeChange = (before: SoftphoneState, after: SoftphoneState, leads: boolean) => void;

/** What the console around the softphone does about a change: the utility's button, and the Case of an answered call. */
export function createConsoleReaction(utilityButton: UtilityButton, openCase: (caseId: string) => void): SeeChange {
    const popCases = createScreenPop(createOpenedCalls(), openCase);
    return (before, after, leads) => {
        const isFree = currentCalls(after).length === 0;
        if (isFree && newlyRinging(before.calls, after.calls).length > 0) utilityButton.open();
        utilityButton.show(utilityLook(after));
        if (leads) popCases(callsWithCase(after));
    };
}
