import { setTimeout as wait } from 'node:timers/promises';
import { CommandRefused } from '../../telephonyAdapter.ts';
import type { CarryOut } from './commandScene.ts';
import { findOtherEnds } from './otherEnds.ts';

/** The PBX answers when the tone is over. While it sounds it answers nothing else, so it is no longer than it must be. */
const TONE_MS = 100;
/** What listens must hear where one key ends and the same one begins again. */
const PAUSE_MS = 60;

const NOBODY_HEARS = 'Ninguém ouve as teclas agora: volte antes à ligação.';

/**
 * Keys for whoever hears the agent, such as a machine that asks for a number. They are sent to the other end itself: as
 * if pressed on the agent's telephone they could be taken for the PBX's own key codes.
 */
export const dtmf: CarryOut<'dtmf'> = async ({ command, leg, channel, pbx }) => {
    const { others } = leg.answered ? await findOtherEnds(pbx, channel) : { others: [] };
    if (others.length === 0) throw new CommandRefused(NOBODY_HEARS, { reason: 'not-possible-now' });
    for (const [index, digit] of [...command.digits].entries()) {
        if (index > 0) await wait(PAUSE_MS);
        for (const { name } of others)
            await pbx.ask({ Action: 'PlayDTMF', Channel: name, Digit: digit, Duration: TONE_MS });
    }
};
