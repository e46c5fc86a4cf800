import { setTimeout as wait } from 'node:timers/promises';
import { CommandRefused } from '../../telephonyAdapter.ts';
import type { AriClient } from '../ari/ariClient.ts';
import { AriRefused } from '../ari/ariError.ts';
import { type LivingChannel, listChannels } from './otherEnds.ts';
import type { Pbx } from './pbx.ts';

const PREFIX = 'hold-';
const NO_MUSIC = 'A central telefônica não conseguiu pôr a ligação em espera. Use o próprio aparelho.';
const AWAY = 'A central telefônica não respondeu: a ligação não ficou em espera. Use o próprio aparelho.';
const CLASS = 'default';

/** The channel that plays music to whom an agent holds: known by the agent's channel, to every bridge. */
export const musicIdOf = (agentUniqueid: string): string => `${PREFIX}${agentUniqueid}`;

/** The agent's channel of such music; null for every other channel. */
export const holderOf = (uniqueid: string): string | null =>
    uniqueid.startsWith(PREFIX) ? uniqueid.slice(PREFIX.length) : null;

/**
 * Plays music into a channel's ear alone; music that plays there already goes on.
 * Throws CommandRefused: `telephony-refused`, `telephony-away`.
 */
export async function playMusic(
    { ari, pbx }: { readonly ari: AriClient; readonly pbx: Pbx },
    id: string,
    listener: LivingChannel,
    channels: readonly LivingChannel[]
): Promise<void> {
    const playing = channels.find(({ uniqueid }) => uniqueid === id);
    const isTheirs = playing?.name.startsWith(`Snoop/${listener.uniqueid}-`) === true;
    if (playing && !isTheirs) await stopMusic(pbx, id);
    try {
        // what is listed may be hanging up
        if (!isTheirs || !(await keepsPlaying(ari, id))) await playAnew(ari, id, listener);
    } catch (error) {
        throw error instanceof AriRefused
            ? new CommandRefused(NO_MUSIC, { cause: error })
            : new CommandRefused(AWAY, { reason: 'telephony-away', cause: error });
    }
}

/** Music that does not play is no fault. Resolves once its channel is gone, and its name free for the next hold. */
export async function stopMusic(pbx: Pbx, id: string): Promise<void> {
    try {
        await pbx.ask({ Action: 'Hangup', Channel: id });
    } catch (error) {
        if (error instanceof CommandRefused && error.reason === 'call-over') return;
        throw error;
    }
    for (let tries = 1; tries <= TRIES && (await lives(pbx, id)); tries += 1) await wait(TRY_EVERY_MS);
}

const lives = async (pbx: Pbx, id: string): Promise<boolean> =>
    (await listChannels(pbx)).some(({ uniqueid }) => uniqueid === id);

const GONE = 404;
/** Not yet, and (500) the name is still taken. */
const PASSING: readonly number[] = [409, 500];
const TRIES = 30;
const TRY_EVERY_MS = 10;

/** False when there is no such channel any more. */
async function keepsPlaying(ari: AriClient, id: string): Promise<boolean> {
    try {
        await startMusic(ari, id);
        return true;
    } catch (error) {
        if (error instanceof AriRefused && error.status === GONE) return false;
        throw error;
    }
}

async function playAnew(ari: AriClient, id: string, listener: LivingChannel): Promise<void> {
    const { request, app } = ari;
    const path = `/channels/${segment(listener.uniqueid)}/snoop/${segment(id)}`;
    for (let tries = 1; ; tries += 1) {
        // the name is taken until the last one has hung up
        await insist(() => request('POST', path, { whisper: 'out', app }));
        // the end of the last one may take the new one's name away
        if ((await keepsPlaying(ari, id)) || tries === TRIES) return;
        await wait(TRY_EVERY_MS);
    }
}

/** A channel that was made a moment ago enters its application a moment later. */
const startMusic = ({ request }: AriClient, id: string): Promise<void> =>
    insist(() => request('POST', `/channels/${segment(id)}/moh`, { mohClass: CLASS }));

/** Tries again while the PBX says that the channel is not, or is still, what it will be in a moment. */
async function insist(ask: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
        try {
            await ask();
            return;
        } catch (error) {
            if (!(error instanceof AriRefused) || !PASSING.includes(error.status) || tries === TRIES) throw error;
            await wait(TRY_EVERY_MS);
        }
    }
}

const segment = (text: string): string => encodeURIComponent(text);
