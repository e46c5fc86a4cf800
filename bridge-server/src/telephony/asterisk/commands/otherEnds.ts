import { setTimeout as wait } from 'node:timers/promises';
import { CommandRefused } from '../../telephonyAdapter.ts';
import { localPairOf } from '../agentPhone.ts';
import { type AmiMessage, fieldOf } from '../amiMessage.ts';
import { GONE, type Pbx } from './pbx.ts';

/** A channel that lives on the PBX at this moment. */
export interface LivingChannel {
    readonly name: string;
    readonly uniqueid: string;
    readonly linkedid: string;
    /** Empty while it speaks with nobody. */
    readonly bridge: string;
}

export const listChannels = async (pbx: Pbx): Promise<LivingChannel[]> =>
    (await pbx.list({ Action: 'CoreShowChannels' })).map(toLivingChannel);

export const toLivingChannel = (message: AmiMessage): LivingChannel => ({
    name: fieldOf(message, 'Channel'),
    uniqueid: fieldOf(message, 'Uniqueid'),
    linkedid: fieldOf(message, 'Linkedid'),
    bridge: fieldOf(message, 'BridgeId')
});

/**
 * Who hears this channel: the others in its bridge, and behind each Local channel whoever it leads to.
 * Throws CommandRefused: `call-over`.
 *
 * @param name such as `PJSIP/1001-0000002a`, or a Uniqueid
 */
export function otherEndsOf(name: string, channels: readonly LivingChannel[]): LivingChannel[] {
    const start = channels.find((channel) => channel.name === name || channel.uniqueid === name);
    if (!start) throw new CommandRefused(GONE, { reason: 'call-over' });
    const seen = new Set([start.name]);
    const across = ({ bridge }: LivingChannel): LivingChannel[] =>
        channels
            .filter((channel) => bridge !== '' && channel.bridge === bridge && !seen.has(channel.name))
            .flatMap((channel) => {
                seen.add(channel.name);
                const pair = localPairOf(channel.name);
                if (pair === null) return [channel];
                const half = channels.find(({ name: each }) => localPairOf(each) === pair && !seen.has(each));
                if (!half) return [];
                seen.add(half.name);
                return across(half);
            });
    return across(start);
}

/** The PBX connects agent and customer some milliseconds after it has told of the answer. */
const CONNECTS_WITHIN_MS = 300;
const LOOK_AGAIN_MS = 20;

/** Who hears this channel, and all that lives, once there is somebody; nobody when there is not in time. */
export async function findOtherEnds(
    pbx: Pbx,
    name: string
): Promise<{ readonly others: LivingChannel[]; readonly channels: LivingChannel[] }> {
    for (let leftMs = CONNECTS_WITHIN_MS; ; leftMs -= LOOK_AGAIN_MS) {
        const channels = await listChannels(pbx);
        const others = otherEndsOf(name, channels);
        if (others.length > 0 || leftMs <= 0) return { others, channels };
        await wait(LOOK_AGAIN_MS);
    }
}
