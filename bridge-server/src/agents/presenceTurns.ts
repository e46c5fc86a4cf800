import { LRUCache } from 'lru-cache';
import { type Call, isOver, type Leg } from '../calls/call.ts';
import type { KnownAgent, PresenceKeeper, PresenceRules } from './presenceKeeper.ts';

/** What became of a leg, as far as it bears upon its agent's presence. */
type Turn = 'onCall' | 'spoke' | 'missed';

interface TurnOfLeg {
    readonly callId: string;
    readonly leg: Leg;
    readonly turn: Turn;
}

interface PresenceTurnsOptions {
    readonly store: Pick<PresenceKeeper, 'beginWrapUp' | 'endWrapUpOnCall' | 'pauseForMissing'>;
    readonly rules: PresenceRules;
    readonly now: () => Date;
    readonly isKnown: (extension: string) => boolean;
    readonly onChanged: (agent: KnownAgent) => void;
}

/** An end that is told so late, or so early, is of another time: nobody wraps that call up now. */
const MAX_LATE_MS = 5 * 60_000;
const MAX_REMEMBERED_LEGS = 10_000;

/** What calls do to the presence of their agents: who spoke wraps up, who takes a call does no more, who misses is paused. */
export function createPresenceTurns({ store, rules, now, isKnown, onChanged }: PresenceTurnsOptions) {
    const seen = new LRUCache<string, Turn>({ max: MAX_REMEMBERED_LEGS });
    const unsettled = new Map<string, TurnOfLeg>();

    const isRuled = (turn: Turn): boolean => (turn === 'missed' ? rules.autoPauseAfterMissed : rules.wrapUpSeconds) > 0;

    function newTurnsOf(call: Call): TurnOfLeg[] {
        return call.legs.flatMap((leg) => {
            const turn = turnOf(call, leg);
            const id = `${call.id} ${leg.id}`;
            if (!turn || !isRuled(turn) || !isKnown(leg.agent) || seen.get(id) === turn) return [];
            seen.set(id, turn);
            return [{ callId: call.id, leg, turn }];
        });
    }

    async function settle(turnOfLeg: TurnOfLeg): Promise<void> {
        const id = `${turnOfLeg.callId} ${turnOfLeg.leg.id} ${turnOfLeg.turn}`;
        unsettled.delete(id);
        try {
            const changed = await apply(turnOfLeg);
            if (changed) onChanged(changed);
        } catch (error) {
            if (passesByItself(error)) unsettled.set(id, turnOfLeg);
            throw error;
        }
    }

    /** May be repeated, and be done by several replicas: the tables say whether it is still to be done. */
    async function apply({ callId, leg, turn }: TurnOfLeg): Promise<KnownAgent | null> {
        const at = now();
        if (turn === 'onCall') return store.endWrapUpOnCall(leg.agent);
        if (turn === 'missed') return store.pauseForMissing(leg.agent, rules.autoPauseAfterMissed, at.toISOString());
        const endedAt = leg.endedAt ?? at.toISOString();
        if (Math.abs(at.getTime() - Date.parse(endedAt)) > MAX_LATE_MS) return null;
        const endsAt = new Date(at.getTime() + rules.wrapUpSeconds * 1_000).toISOString();
        return store.beginWrapUp({ callId, legId: leg.id, agent: leg.agent, endedAt }, endsAt);
    }

    return {
        /** Rejects when it cannot be stored; what passes by itself is kept for `retry`. */
        callChanged: async (call: Call): Promise<void> => void (await Promise.all(newTurnsOf(call).map(settle))),
        retry: async (): Promise<void> => void (await Promise.all([...unsettled.values()].map(settle)))
    };
}

/** A leg that rings, that a colleague took or that was between colleagues leaves its agent's presence as it is. */
function turnOf(call: Call, leg: Leg): Turn | null {
    if (!isOver(leg)) return leg.state === 'ringing' ? null : 'onCall';
    if (call.direction === 'internal') return null;
    if (leg.answeredAt !== null) return 'spoke';
    return leg.kind === 'offer' && leg.endReason === 'noAnswer' ? 'missed' : null;
}

const passesByItself = (error: unknown): boolean =>
    error instanceof Error && 'retryable' in error && error.retryable === true;
