import type { SoftphoneState } from 'c/softphoneState';

/** Whether the agent's ears are wanted from now on: a call came, or one was answered. */
export function isCallHeard(before: SoftphoneState, after: SoftphoneState): boolean {
    if (before.calls === after.calls) return false;
    return Object.values(after.calls).some(({ legId, answeredAt }) => {
        const known = before.calls[legId];
        return !known || (answeredAt !== null && known.answeredAt === null);
    });
}
