import { randomUUID } from 'node:crypto';
import type { TransferTarget } from '../../../contract/callActions.ts';
import { ANNOUNCEMENT } from '../announcedEvents.ts';
import type { Pbx } from './pbx.ts';

/** What a bridge did of which the PBX tells nothing. `leg`: the Uniqueid of the agent's channel. */
export type Announcement = { readonly call: string; readonly leg: string } & (
    | { readonly type: 'legHeld' | 'legResumed' | 'legMuted' | 'legUnmuted' }
    /** The agent's telephone is not called after all. */
    | { readonly type: 'dialRefused' }
    /** What the agent calls the target for which `dialled` is dialled next. */
    | { readonly type: 'targetNamed'; readonly to: TransferTarget; readonly dialled: string }
    /** The agent's telephone is called next, to be connected with the number. */
    | {
          readonly type: 'callDialled';
          readonly agent: string;
          readonly number: string;
          readonly direction: 'outbound' | 'internal';
      }
);

/**
 * Tells it on the PBX itself: so every bridge that listens hears it, in the order in which it happened among all that
 * the PBX tells, and stores it under the same key.
 */
export async function announce(pbx: Pbx, { type, call, leg, ...more }: Announcement): Promise<void> {
    await pbx.ask({
        Action: 'UserEvent',
        UserEvent: ANNOUNCEMENT,
        Type: type,
        Call: call,
        Leg: leg,
        Key: randomUUID(),
        ...('to' in more && { To: JSON.stringify(more.to), Dialled: more.dialled }),
        ...('number' in more && { Number: more.number, Agent: more.agent, Direction: more.direction })
    });
}
