import type { CallView, LegState } from 'bridge/contract';
import type { SoftphoneState } from './state';

type CallGroup = 'ringing' | 'current' | 'over';

/** Where a call is shown: Tocando, Atendimento or Histórico. */
const GROUPS: Readonly<Record<LegState, CallGroup>> = {
    ringing: 'ringing',
    dialling: 'current',
    consulting: 'current',
    talking: 'current',
    held: 'current',
    ended: 'over'
};

export const isRinging = ({ state }: CallView): boolean => GROUPS[state] === 'ringing';
export const isCurrent = ({ state }: CallView): boolean => GROUPS[state] === 'current';
export const isOver = ({ state }: CallView): boolean => GROUPS[state] === 'over';

type Calls = SoftphoneState['calls'];

const entered = (belongs: (call: CallView) => boolean, before: Calls, after: Calls): CallView[] =>
    Object.values(after).filter((call) => {
        const previous = before[call.legId];
        return belongs(call) && !(previous && belongs(previous));
    });

/** The calls that ring now and did not before. */
export const newlyRinging = (before: Calls, after: Calls): CallView[] => entered(isRinging, before, after);

/** The calls that the agent is on now and was not before. */
export const newlyCurrent = (before: Calls, after: Calls): CallView[] => entered(isCurrent, before, after);
