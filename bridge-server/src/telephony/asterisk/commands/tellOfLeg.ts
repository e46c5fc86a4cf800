import { SOURCE } from '../trackedCalls.ts';
import { announce } from './announce.ts';
import type { CommandScene } from './commandScene.ts';

/** Tells every bridge at this PBX what happened to the agent's own part. Throws CommandRefused. */
export const tellOfLeg = (
    type: 'legHeld' | 'legResumed' | 'legMuted' | 'legUnmuted',
    { pbx, call, leg }: Pick<CommandScene, 'pbx' | 'call' | 'leg'>
): Promise<void> => announce(pbx, { type, call: call.linkedid, leg: leg.legId.slice(`${SOURCE}:`.length) });
