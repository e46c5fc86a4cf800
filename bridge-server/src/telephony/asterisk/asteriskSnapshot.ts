import type { CallFacts } from '../../contract/callEvent.ts';
import type { SnapshotCall } from '../../calls/reconcileSnapshot.ts';
import type { Instant } from '../../contract/instant.ts';
import { type AgentOf, localPairOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { identifierOf, nameOf, numberOf, queueOf } from './cleanText.ts';
import { dialledNumber } from './dialEvents.ts';
import { createCall, createLeg, type TrackedCall, type TrackedLeg } from './trackedCalls.ts';

/** What the PBX answered: the events CoreShowChannel, and of QueueStatus the events QueueEntry. */
export interface AsteriskSnapshot {
    readonly channels: readonly AmiMessage[];
    readonly queueEntries: readonly AmiMessage[];
    readonly takenAt: Instant;
}

interface Channel {
    readonly name: string;
    readonly uniqueid: string;
    readonly linkedid: string;
    readonly agent: string | null;
    readonly isUp: boolean;
    readonly since: Instant;
    readonly application: string;
    readonly applicationData: string;
    readonly number: string | null;
    readonly callerName: string | null;
    /** The queue in which this channel is or was the caller. */
    readonly queue: string | null;
}

/**
 * The calls that concern agents among all channels that live now. Channels are of one call when they share the
 * Linkedid; the one whose Uniqueid it is began the call. Callers who are only in an IVR are not among them, unless
 * `isKnown` says that the call was seen before (an agent may have sent them back there).
 */
export function readSnapshot(
    { channels, queueEntries, takenAt }: AsteriskSnapshot,
    agentOf: AgentOf,
    isKnown: (linkedid: string) => boolean
): TrackedCall[] {
    const queues = new Map(queueEntries.map((entry) => [fieldOf(entry, 'Uniqueid'), fieldOf(entry, 'Queue')]));
    const living = channels.flatMap((message) => readChannel(message, queues, agentOf, takenAt));
    return [...Map.groupBy(living, ({ linkedid }) => linkedid)].flatMap(([linkedid, group]) => {
        const call = readCall(linkedid, group);
        const concernsAgents = call.legs.size > 0 || isQueued(group) || isKnown(linkedid);
        return concernsAgents && hasCaller(linkedid, group) ? [call] : [];
    });
}

/** The same in the words of no vendor. */
export const toSnapshotCalls = (calls: readonly TrackedCall[]): SnapshotCall[] =>
    calls.map(({ callId, startedAt, facts, recorded, legs }) => ({
        callId,
        startedAt,
        facts,
        recorded,
        legs: [...legs.values()].map(({ legId, agent, kind, answered, since }) => ({
            legId,
            agent,
            kind,
            answered,
            since
        }))
    }));

function readChannel(
    message: AmiMessage,
    queues: ReadonlyMap<string, string>,
    agentOf: AgentOf,
    takenAt: Instant
): Channel[] {
    const uniqueid = identifierOf(message, 'Uniqueid');
    const linkedid = identifierOf(message, 'Linkedid');
    const name = fieldOf(message, 'Channel');
    if (!uniqueid || !linkedid || /^Snoop\//.test(name)) return [];
    const application = fieldOf(message, 'Application');
    const applicationData = fieldOf(message, 'ApplicationData');
    const runningQueue = application === 'Queue' ? (applicationData.split(',')[0] ?? '') : '';
    return [
        {
            name,
            uniqueid,
            linkedid,
            agent: agentOf(name),
            isUp: fieldOf(message, 'ChannelStateDesc') === 'Up',
            since: before(takenAt, fieldOf(message, 'Duration')),
            application,
            applicationData,
            number: numberOf(message, 'CallerIDNum'),
            callerName: nameOf(message, 'CallerIDName'),
            queue: queueOf(queues.get(uniqueid) ?? runningQueue)
        }
    ];
}

const isQueued = (group: readonly Channel[]): boolean => group.some(({ queue }) => queue !== null);

/** Agents' phones that are about to hang up because the other side is gone are no call any more. */
const hasCaller = (linkedid: string, group: readonly Channel[]): boolean =>
    group.some(({ uniqueid, agent, name }) => uniqueid === linkedid || (!agent && localPairOf(name) === null));

function readCall(linkedid: string, group: readonly Channel[]): TrackedCall {
    const origin = group.find(({ uniqueid }) => uniqueid === linkedid);
    const queue = group.find((channel) => channel.queue !== null)?.queue ?? null;
    const others = group.filter((channel) => channel !== origin);
    const isInbound = queue !== null || (origin !== undefined && origin.agent === null);
    const dialled = isInbound ? [] : others.filter(({ agent, name }) => !agent && localPairOf(name) === null);
    const facts = isInbound ? inboundFacts(origin, queue) : factsOfOwnCall(origin, dialled);
    const call = createCall(linkedid, (origin ?? group[0])?.since ?? '', facts);
    for (const { uniqueid, isUp } of dialled) call.customers.set(uniqueid, isUp ? 'answered' : 'dialled');
    if (origin && dialled.length > 0) {
        const answered = dialled.some(({ isUp }) => isUp);
        call.legs.set(linkedid, legOf(origin, 'outbound', answered));
    }
    for (const [uniqueid, leg] of readOffers(others, group)) call.legs.set(uniqueid, leg);
    return call;
}

const inboundFacts = (caller: Channel | undefined, queue: string | null): CallFacts => ({
    direction: 'inbound',
    number: caller?.number ?? null,
    callerName: caller?.callerName ?? null,
    queue
});

/** A call that an agent began: to a customer, or to a colleague. */
function factsOfOwnCall(origin: Channel | undefined, dialled: readonly Channel[]): CallFacts {
    if (dialled.length === 0) {
        const { number = null, callerName = null, agent = null } = origin ?? {};
        return { direction: 'internal', number: number ?? agent, callerName };
    }
    const dialString = origin?.application === 'Dial' ? (origin.applicationData.split(/[,&]/)[0] ?? '') : '';
    return { direction: 'outbound', number: dialledNumber(dialString) ?? dialled[0]?.number ?? null };
}

/** The legs of agents whom others called, each with all its channels. */
function readOffers(others: readonly Channel[], group: readonly Channel[]): Map<string, TrackedLeg> {
    const [nearEnds, phones] = [
        others.filter(({ agent, name, application }) => agent && localPairOf(name) && isCalled(application)),
        others.filter(({ agent, name }) => agent && !localPairOf(name))
    ];
    const legs = new Map(nearEnds.map((end) => [end.uniqueid, legOf(end, 'offer', end.isUp)]));
    for (const phone of phones) {
        const end = nearEnds.find(({ agent }) => agent === phone.agent);
        const leg = end && legs.get(end.uniqueid);
        if (leg) leg.channels.set(phone.uniqueid, phone.name);
        else legs.set(phone.uniqueid, legOf(phone, isConsulted(phone, group) ? 'consult' : 'offer', phone.isUp));
    }
    return legs;
}

/** Channels that a queue or a dial made say so; the ends of a Local channel made by a transfer don't. */
const isCalled = (application: string): boolean => application === 'AppQueue' || application === 'AppDial';

/** A colleague is asked over a Local channel while another agent still has the customer. */
const isConsulted = (phone: Channel, group: readonly Channel[]): boolean =>
    group.some(({ agent, isUp, name }) => agent !== null && agent !== phone.agent && isUp && !localPairOf(name)) &&
    group.some(({ agent, name }) => agent === phone.agent && /^Local\/.+;2$/.test(name));

const legOf = (channel: Channel, kind: TrackedLeg['kind'], answered: boolean): TrackedLeg =>
    createLeg(channel, {
        agent: channel.agent ?? '',
        kind,
        offeredBy: channel.application === 'AppQueue' ? 'queue' : 'dial',
        since: channel.since,
        answered,
        held: null
    });

/** @param duration how long a channel lives, as `HH:MM:SS` */
function before(takenAt: Instant, duration: string): Instant {
    const [hours = 0, minutes = 0, seconds = 0] = duration.split(':').map((part) => Number(part) || 0);
    const sinceMs = Date.parse(takenAt) - ((hours * 60 + minutes) * 60 + seconds) * 1000;
    return new Date(Math.min(Math.max(sinceMs, 0), Date.parse(takenAt))).toISOString();
}
