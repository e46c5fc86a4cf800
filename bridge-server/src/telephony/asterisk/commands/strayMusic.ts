import type { Logger } from 'pino';
import { CommandRefused } from '../../telephonyAdapter.ts';
import { type AmiMessage, fieldOf } from '../amiMessage.ts';
import { reunite } from './agentVoice.ts';
import { holderOf, musicIdOf, stopMusic } from './holdMusic.ts';
import { type LivingChannel, toLivingChannel } from './otherEnds.ts';
import type { Pbx } from './pbx.ts';

/**
 * Ends the music of a hold when the agent who held is no longer with the customer: hung up, transferred, or gone to
 * somebody else by keys of the telephone. Every bridge does so for all of them, because whoever began it may be gone;
 * to end it twice does no harm.
 */
export function createStrayMusic(log: Logger) {
    /** The Uniqueids of the channels of agents who hold. */
    const holders = new Set<string>();
    let pbx: Pbx | null = null;

    function end(holder: string, channel: string): void {
        const asked = pbx;
        if (!asked || !holders.delete(holder)) return;
        const ended = [stopMusic(asked, musicIdOf(holder)), channel === '' ? null : reunite(asked, channel)];
        for (const each of ended)
            each?.catch((error: unknown) => {
                if (error instanceof CommandRefused && error.reason === 'call-over') return;
                log.warn({ err: error }, 'the music of a hold whose agent is gone could not be ended');
            });
    }

    return {
        /** @param channels what lives, as CoreShowChannels lists it */
        connected(connected: Pbx, channels: readonly AmiMessage[]): void {
            pbx = connected;
            holders.clear();
            const living = new Map(channels.map(toLivingChannel).map((each) => [each.uniqueid, each]));
            for (const holder of [...living.keys()].map(holderOf).filter((each) => each !== null)) {
                const channel: LivingChannel | undefined = living.get(holder);
                holders.add(holder);
                if (!channel?.bridge) end(holder, channel?.name ?? '');
            }
        },

        observe(message: AmiMessage): void {
            const uniqueid = fieldOf(message, 'Uniqueid');
            const holder = holderOf(uniqueid);
            switch (fieldOf(message, 'Event')) {
                case 'Newchannel':
                    if (holder !== null) holders.add(holder);
                    return;
                case 'Hangup':
                    if (holder !== null) holders.delete(holder);
                    else if (holders.has(uniqueid)) end(uniqueid, '');
                    return;
                case 'BridgeLeave':
                    if (holders.has(uniqueid)) end(uniqueid, fieldOf(message, 'Channel'));
            }
        }
    };
}
