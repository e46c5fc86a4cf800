import type { LegState } from 'bridge/contract';
import { labels } from './labels';

interface StateLook {
    readonly label: string;
    readonly iconName: string;
}

const LOOKS: Readonly<Partial<Record<LegState, StateLook>>> = {
    dialling: { label: labels.stateDialling, iconName: 'utility:outbound_call' },
    consulting: { label: labels.stateConsulting, iconName: 'utility:people' },
    held: { label: labels.stateHeld, iconName: 'utility:paused_call' }
};

const TALKING: StateLook = { label: labels.stateTalking, iconName: 'utility:call' };

/** How a call that the agent is on is named and marked. */
export const stateLook = (state: LegState): StateLook => LOOKS[state] ?? TALKING;
