import type { CallFacts } from '../../contract/callEvent.ts';
import type { SnapshotCall } from '../../calls/reconcileSnapshot.ts';
import type { Instant } from '../../contract/instant.ts';
import { type AgentOf, localPairOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { isAsked, isBehindConsult, readConsult } from './consultSnapshot.ts';
import { dialledNumber } from './dialEvents.ts';
import { readSnapshotChannel, type SnapshotChannel } from './snapshotChannel.ts';
import { createCall, createLeg, isDialledHere, type TrackedCall, type TrackedLeg } from './trackedCalls.ts';

/** What the PBX answered: the events CoreShowChannel, and of QueueStatus the events QueueEntry. */
export interface AsteriskSnapshot {
    readonly channels: readonly AmiMessage[];
    readonly queueEntries: readonly AmiMessage[];
    readonly takenAt: Instant;
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
    const living = channels.flatMap((message) => readSnapshotChannel(message, queues, agentOf, takenAt));
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
        legs: [...legs.values()].map(({ legId, agent, kind, answered, consult, since }) => ({
            legId,
            agent,
            kind,
            answered,
            asks: consult !== null,
            since
        }))
    }));

const isQueued = (group: readonly SnapshotChannel[]): boolean => group.some(({ queue }) => queue !== null);

/** Agents' phones that are about to hang up because the other side is gone are no call any more. */
const hasCaller = (linkedid: string, group: readonly SnapshotChannel[]): boolean =>
    group.some(({ uniqueid, agent, name }) => uniqueid === linkedid || (!agent && localPairOf(name) === null));

function readCall(linkedid: string, group: readonly SnapshotChannel[]): TrackedCall {
    const origin = group.find(({ uniqueid }) => uniqueid === linkedid);
    // a Local channel in a queue is an agent's question
    const caller = group.find(({ queue, name }) => queue !== null && localPairOf(name) === null);
    const queue = origin?.queue ?? caller?.queue ?? null;
    const others = group.filter((channel) => channel !== origin);
    const isInbound = !isDialledHere(linkedid) && (queue !== null || (origin !== undefined && origin.agent === null));
    const outsiders = others.filter(({ agent, name }) => !agent && localPairOf(name) === null);
    const dialled = isInbound ? [] : outsiders.filter((channel) => !isBehindConsult(channel, group));
    const facts = isInbound ? inboundFacts(origin, queue) : factsOfOwnCall(origin, others, dialled);
    const call = createCall(linkedid, (origin ?? group[0])?.since ?? '', facts);
    for (const { uniqueid, isUp } of dialled) call.customers.set(uniqueid, isUp ? 'answered' : 'dialled');
    if (origin && (dialled.length > 0 || isDialledHere(linkedid))) {
        const reached = dialled.length > 0 ? dialled : others;
        const answered = reached.some(({ isUp }) => isUp);
        call.legs.set(linkedid, legOf(origin, 'outbound', answered));
    }
    for (const [uniqueid, leg] of readOffers(others, group)) call.legs.set(uniqueid, leg);
    for (const leg of call.legs.values()) leg.consult = readConsult(leg, group);
    return call;
}

const inboundFacts = (caller: SnapshotChannel | undefined, queue: string | null): CallFacts => ({
    direction: 'inbound',
    number: caller?.number ?? null,
    callerName: caller?.callerName ?? null,
    queue
});

/** A call that an agent began: to a customer, or to a colleague. */
function factsOfOwnCall(
    origin: SnapshotChannel | undefined,
    others: readonly SnapshotChannel[],
    dialled: readonly SnapshotChannel[]
): CallFacts {
    if (dialled.length === 0 && origin && isDialledHere(origin.linkedid) && others.length === 0)
        return { direction: 'outbound' };
    if (dialled.length === 0) {
        const { number = null, callerName = null, agent = null } = origin ?? {};
        return { direction: 'internal', number: number ?? agent, callerName };
    }
    const dialString = origin?.application === 'Dial' ? (origin.applicationData.split(/[,&]/)[0] ?? '') : '';
    return { direction: 'outbound', number: dialledNumber(dialString) ?? dialled[0]?.number ?? null };
}

/** The legs of agents whom others called, each with all its channels. */
function readOffers(others: readonly SnapshotChannel[], group: readonly SnapshotChannel[]): Map<string, TrackedLeg> {
    const [nearEnds, phones] = [
        others.filter(({ agent, name, application }) => agent && localPairOf(name) && isCalled(application)),
        others.filter(({ agent, name }) => agent && !localPairOf(name))
    ];
    const legs = new Map(nearEnds.map((end) => [end.uniqueid, legOf(end, 'offer', end.isUp)]));
    for (const phone of phones) {
        const end = nearEnds.find(({ agent }) => agent === phone.agent);
        const leg = end && legs.get(end.uniqueid);
        if (leg) leg.channels.set(phone.uniqueid, phone.name);
        else legs.set(phone.uniqueid, legOf(phone, isAsked(phone, group) ? 'consult' : 'offer', phone.isUp));
    }
    return legs;
}

/** Channels that a queue or a dial made say so; the ends of a Local channel made by a transfer don't. */
const isCalled = (application: string): boolean => application === 'AppQueue' || application === 'AppDial';

const legOf = (channel: SnapshotChannel, kind: TrackedLeg['kind'], answered: boolean): TrackedLeg =>
    createLeg(channel, {
        agent: channel.agent ?? '',
        kind,
        offeredBy: channel.application === 'AppQueue' ? 'queue' : 'dial',
        since: channel.since,
        answered,
        held: null
    });
