import { type AmiMessage, fieldOf } from '../amiMessage.ts';
import type { Pbx } from './pbx.ts';

/**
 * Whether agent and customer hear each other. Why they don't is written on the agent's channel, so that any bridge can
 * end what another one began, and hold and mute keep out of each other's way.
 *
 * Silent by volume rather than by MuteAudio: that takes the packets away on which the music of a hold reaches the
 * customer, and a telephone that gets none may hang up.
 */

const HELD = 'SOFTPHONE_HELD';
const MUTED = 'SOFTPHONE_MUTED';
const FROM_AGENT = 'VOLUME(RX)';
const TO_AGENT = 'VOLUME(TX)';
/** Divides each sample by so much: nothing is left of it. */
const SILENT = -30_000;
const AS_IT_IS = 0;

/** Neither hears the other. */
export async function separate(pbx: Pbx, channel: string): Promise<void> {
    await write(pbx, channel, HELD, 1);
    await write(pbx, channel, FROM_AGENT, SILENT);
    await write(pbx, channel, TO_AGENT, SILENT);
}

/** Both hear each other again, unless the agent is muted. */
export async function reunite(pbx: Pbx, channel: string): Promise<void> {
    await write(pbx, channel, HELD, '');
    await write(pbx, channel, TO_AGENT, AS_IT_IS);
    if (!(await isSet(pbx, channel, MUTED))) await write(pbx, channel, FROM_AGENT, AS_IT_IS);
}

/** The customer does not hear the agent. */
export async function silenceAgent(pbx: Pbx, channel: string): Promise<void> {
    await write(pbx, channel, MUTED, 1);
    await write(pbx, channel, FROM_AGENT, SILENT);
}

/** The customer hears the agent again, unless they are on hold. */
export async function unsilenceAgent(pbx: Pbx, channel: string): Promise<void> {
    await write(pbx, channel, MUTED, '');
    if (!(await isSeparated(pbx, channel))) await write(pbx, channel, FROM_AGENT, AS_IT_IS);
}

export const isSeparated = (pbx: Pbx, channel: string): Promise<boolean> => isSet(pbx, channel, HELD);

/** The telephone itself put the call on hold, where the PBX can tell (Asterisk 19 and later). */
export const isHeldByPhone = (pbx: Pbx, channel: string): Promise<boolean> => isSet(pbx, channel, 'CHANNEL(onhold)');

const write = (pbx: Pbx, channel: string, variable: string, value: string | number): Promise<AmiMessage> =>
    pbx.ask({ Action: 'Setvar', Channel: channel, Variable: variable, Value: value });

const isSet = async (pbx: Pbx, channel: string, variable: string): Promise<boolean> =>
    fieldOf(await pbx.ask({ Action: 'Getvar', Channel: channel, Variable: variable }), 'Value') === '1';
