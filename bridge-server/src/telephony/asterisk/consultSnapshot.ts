import { localPairOf } from './agentPhone.ts';
import type { SnapshotChannel } from './snapshotChannel.ts';
import type { TrackedConsult, TrackedLeg } from './trackedCalls.ts';

/** Whom a leg's agent asks at the moment of a snapshot: the agent is in a bridge with one end of a Local channel. */
export function readConsult({ channels }: TrackedLeg, group: readonly SnapshotChannel[]): TrackedConsult | null {
    const phone = group.find(({ uniqueid, name }) => channels.has(uniqueid) && localPairOf(name) === null);
    const near = phone && group.find((channel) => isNearEnd(channel) && shareBridge(channel, phone));
    const pair = near && localPairOf(near.name);
    if (!near || !pair) return phone ? readConference(phone, group) : null;
    const far = farEndOf(near, group);
    const isQueue = far?.application === 'Queue';
    return {
        id: near.uniqueid,
        // the PBX does not tell what the agent called it
        to: { kind: 'number', number: dialledOver(pair) },
        pair,
        nearEnd: near.uniqueid,
        answered: near.isUp && (!isQueue || group.some((each) => each !== far && shareBridge(each, far))),
        joined: group.some((each) => each !== phone && each !== near && shareBridge(each, near))
    };
}

/** The Local channel of a conference steps aside: then all are in one bridge, and who was asked came last. */
function readConference(phone: SnapshotChannel, group: readonly SnapshotChannel[]): TrackedConsult | null {
    const others = group.filter((each) => each !== phone && shareBridge(each, phone));
    const asked = others.reduce<SnapshotChannel>((last, each) => (each.since > last.since ? each : last), phone);
    if (others.length < 2 || asked === phone) return null;
    const { agent, number, name, uniqueid } = asked;
    return {
        id: uniqueid,
        to: agent === null ? { kind: 'number', number: number ?? name } : { kind: 'agent', extension: agent },
        pair: name,
        nearEnd: uniqueid,
        answered: true,
        joined: true
    };
}

/** Whether this phone rings, or was picked up, because another agent asks over a Local channel. */
export function isAsked(phone: SnapshotChannel, group: readonly SnapshotChannel[]): boolean {
    const hasAsker = ({ agent, isUp, name }: SnapshotChannel) =>
        agent !== null && agent !== phone.agent && isUp && localPairOf(name) === null;
    if (!group.some(hasAsker)) return false;
    return group.some((far) => {
        if (!isFarEnd(far)) return false;
        if (far.application === 'Queue') return phone.application === 'AppQueue' && !group.some(sharesWith(phone, far));
        return far.agent === phone.agent;
    });
}

/** Whether an agent asks this channel, which is nobody's phone here. */
export const isBehindConsult = (channel: SnapshotChannel, group: readonly SnapshotChannel[]): boolean =>
    group.some((far) => isFarEnd(far) && shareBridge(far, channel));

const isNearEnd = ({ name }: SnapshotChannel): boolean => /^Local\/.+;1$/.test(name);
const isFarEnd = ({ name }: SnapshotChannel): boolean => /^Local\/.+;2$/.test(name);
const shareBridge = (one: SnapshotChannel, other: SnapshotChannel): boolean =>
    one.bridge !== '' && one.bridge === other.bridge;

/** Somebody else than the question itself with whom the phone speaks. */
const sharesWith = (phone: SnapshotChannel, far: SnapshotChannel) => (each: SnapshotChannel) =>
    each !== phone && each !== far && shareBridge(each, phone);

const farEndOf = ({ name }: SnapshotChannel, group: readonly SnapshotChannel[]): SnapshotChannel | undefined =>
    group.find((channel) => isFarEnd(channel) && localPairOf(channel.name) === localPairOf(name));

/** `Local/1002@softphone-00000000` is where 1002 was dialled. */
const dialledOver = (pair: string): string => pair.slice('Local/'.length).split('@')[0] ?? '';
