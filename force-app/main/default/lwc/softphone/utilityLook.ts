import { callerNumber, fillPlaceholders } from 'c/callFormat';
import { type SoftphoneState, currentCalls, ringingCalls } from 'c/softphoneState';
import type { UtilityAttributes } from 'lightning/platformUtilityBarApi';
import { labels } from './labels';

/** How the softphone's button in the utility bar looks, so that a closed softphone says what happens too. Of calls while the bridge is away nobody knows anything. */
export function utilityLook(state: SoftphoneState): UtilityAttributes {
    if (state.lastError)
        return { label: labels.utilityDisconnected, icon: 'call', iconVariant: 'error', highlighted: false };
    const [ringing] = ringingCalls(state);
    if (ringing) {
        const number = callerNumber(ringing) ?? labels.unknownNumber;
        return {
            label: fillPlaceholders(labels.utilityRinging, number),
            icon: 'incoming_call',
            iconVariant: 'warning',
            highlighted: true
        };
    }
    if (currentCalls(state).length > 0)
        return { label: labels.utilityCurrent, icon: 'call', iconVariant: 'success', highlighted: false };
    return { label: labels.title, icon: 'call', iconVariant: 'default', highlighted: false };
}
