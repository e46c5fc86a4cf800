import type { CallEvent, CallFacts } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import { type Call, isOver, type Leg } from './call.ts';
import { eventKeys } from './eventKeys.ts';

/** A call that lives on the telephony side at this moment. */
export interface SnapshotCall {
    readonly callId: string;
    readonly startedAt: Instant;
    readonly facts: CallFacts;
    readonly recorded: boolean;
    readonly legs: readonly {
        readonly legId: string;
        readonly agent: string;
        readonly kind: 'offer' | 'consult' | 'outbound';
        readonly answered: boolean;
        /** Whether the agent asks somebody, or is in a conference with them; absent where the side cannot tell. */
        readonly asks?: boolean;
        /** When the leg came to be, as well as the side can tell. */
        readonly since: Instant;
    }[];
}

/**
 * The events that were missed while nobody listened: calls and legs that we don't know are adopted, those that
 * we hold open and that are gone are ended. Events carry the keys that their live twins would have carried, so
 * whatever was seen after all is not stored twice.
 *
 * @param open the calls of this side that we believe to be alive
 * @param takenAt the moment of the snapshot: the honest end of what vanished. What began later (another replica may
 *   have stored it meanwhile) was not there to be seen, and is left alone.
 */
export function reconcileSnapshot(
    open: readonly Call[],
    snapshot: readonly SnapshotCall[],
    takenAt: Instant
): CallEvent[] {
    const seen = open.filter(({ startedAt }) => startedAt <= takenAt);
    return [...snapshot.flatMap(adopt), ...seen.flatMap((call) => endVanished(call, snapshot, takenAt))];
}

function adopt({ callId, startedAt, facts, recorded, legs }: SnapshotCall): CallEvent[] {
    const events: CallEvent[] = [
        { type: 'callArrived', key: eventKeys.call(callId, 'callArrived'), callId, at: startedAt, facts }
    ];
    if (recorded)
        events.push({
            type: 'recordingStarted',
            key: eventKeys.call(callId, 'recordingStarted'),
            callId,
            at: startedAt,
            facts
        });
    for (const { legId, agent, kind, answered, since } of legs) {
        const leg = { callId, legId, agent, facts, at: since };
        if (kind === 'outbound') events.push({ type: 'callDialled', key: eventKeys.leg(legId, 'callDialled'), ...leg });
        else events.push({ type: 'legOffered', key: eventKeys.leg(legId, 'legOffered'), kind, ...leg });
        if (answered) events.push({ type: 'legAnswered', key: eventKeys.leg(legId, 'legAnswered'), ...leg });
    }
    return events;
}

function endVanished(call: Call, snapshot: readonly SnapshotCall[], at: Instant): CallEvent[] {
    const alive = snapshot.find(({ callId }) => callId === call.id);
    if (!alive)
        return [{ type: 'callEnded', key: eventKeys.call(call.id, 'callEnded'), callId: call.id, at, facts: {} }];
    const aliveLegs = new Set(alive.legs.map(({ legId }) => legId));
    const successor = consultedIn(call, alive);
    const gone = call.legs
        .filter((leg) => !isOver(leg) && leg.offeredAt <= at && !aliveLegs.has(leg.id))
        .map((leg) =>
            successor && leg.answeredAt !== null ? handOver(call, leg, successor, at) : lose(call, leg, at)
        );
    return [...gone, ...endVanishedConsults(call, alive, at)];
}

/** Who was asked left while nobody listened: the agent can ask, hold and hand over again. */
const endVanishedConsults = (call: Call, alive: SnapshotCall, at: Instant): CallEvent[] =>
    call.legs.flatMap((leg) => {
        const asks = alive.legs.find(({ legId }) => legId === leg.id)?.asks;
        if (asks !== false || leg.consult === null || leg.consult.since > at) return [];
        const event = aboutLeg(call, leg, 'consultEnded', at);
        return [{ type: 'consultEnded', ...event, key: `${event.key}|${leg.consult.since}` }];
    });

/** A colleague who was asked and is there while whoever asked is gone has the customer now. */
const consultedIn = (call: Call, alive: SnapshotCall): string | null =>
    alive.legs.find(
        ({ legId, answered }) => answered && call.legs.some(({ id, kind }) => id === legId && kind === 'consult')
    )?.agent ?? null;

const aboutLeg = (
    call: Call,
    { id, agent }: Leg,
    type: 'legTransferred' | 'legEnded' | 'consultEnded',
    at: Instant
) => ({
    key: eventKeys.leg(id, type),
    callId: call.id,
    legId: id,
    agent,
    at,
    facts: {}
});

const handOver = (call: Call, leg: Leg, to: string, at: Instant): CallEvent => ({
    type: 'legTransferred',
    ...aboutLeg(call, leg, 'legTransferred', at),
    mode: 'attended',
    to
});

const lose = (call: Call, leg: Leg, at: Instant): CallEvent => ({
    type: 'legEnded',
    ...aboutLeg(call, leg, 'legEnded', at),
    reason: 'lost'
});
