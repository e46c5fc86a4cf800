import type { CallView } from 'bridge/contract';
import { labels } from './labels';

/** How the state of a call that the agent is on is named and marked. */
export interface StateLook {
    /** Of the style sheet. */
    readonly name: 'talking' | 'held' | 'asking' | 'conference';
    readonly label: string;
    readonly iconName: string;
}

const TALKING: StateLook = { name: 'talking', label: labels.stateTalking, iconName: 'utility:call' };
const HELD: StateLook = { name: 'held', label: labels.stateHeld, iconName: 'utility:paused_call' };
const DIALLING: StateLook = { name: 'asking', label: labels.stateDialling, iconName: 'utility:outbound_call' };
const CONSULTING: StateLook = { name: 'asking', label: labels.stateConsulting, iconName: 'utility:people' };
const CONFERENCE: StateLook = { name: 'conference', label: labels.stateConference, iconName: 'utility:groups' };

/** Who is asked, or joins, says more than that the customer waits meanwhile. */
export function stateLook({ state, consult, colleagues }: CallView): StateLook {
    if (state === 'dialling') return DIALLING;
    if (consult?.state === 'joined' || (state === 'talking' && colleagues.length > 0)) return CONFERENCE;
    if (consult || state === 'consulting') return CONSULTING;
    return state === 'held' ? HELD : TALKING;
}
