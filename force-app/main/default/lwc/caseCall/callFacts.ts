import type { CaseCall } from 'bridge/contract';
import { formatDuration } from 'c/callFormat';
import { labels } from './labels';

interface DirectionLook {
    readonly label: string;
    readonly iconName: string;
}

const DIRECTIONS: Readonly<Record<CaseCall['direction'], DirectionLook>> = {
    inbound: { label: labels.inbound, iconName: 'utility:incoming_call' },
    outbound: { label: labels.outbound, iconName: 'utility:outbound_call' },
    internal: { label: labels.internal, iconName: 'utility:people' }
};

export const directionLook = ({ direction }: CaseCall): DirectionLook => DIRECTIONS[direction];

/** From the answer to the end, or what there is to say instead. */
export function describeDuration({ answeredAt, endedAt }: CaseCall): string {
    if (!endedAt) return labels.ongoing;
    return answeredAt ? formatDuration(Date.parse(endedAt) - Date.parse(answeredAt)) : labels.notAnswered;
}

/** Who spoke with the customer, in the order in which they answered. */
export function agentsOf({ timeline }: CaseCall): string {
    const names = timeline
        .filter(({ what }) => what === 'answered')
        .flatMap(({ agent }) => (agent ? [agent.name ?? agent.extension] : []));
    return [...new Set(names)].join(', ');
}
