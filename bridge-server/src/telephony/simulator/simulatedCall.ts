import { eventKeys } from '../../calls/eventKeys.ts';
import type { LegState } from '../../contract/agentApi.ts';
import type { TransferTarget } from '../../contract/callActions.ts';
import type { CallEvent, CallFacts, LegEndReason, LegEvent } from '../../contract/callEvent.ts';

/** An agent's part in a simulated call, as the line knows it. */
export interface SimulatedLeg {
    readonly id: string;
    readonly agent: string;
    kind: 'offer' | 'consult' | 'outbound';
    state: LegState;
    endReason: LegEndReason | null;
    muted: boolean;
    /** Whom this agent asks. */
    consult: { readonly to: TransferTarget; state: 'ringing' | 'talking' | 'joined' } | null;
    /** Who asks this agent; null for whoever is not asked, or has the customer since. */
    asker: SimulatedLeg | null;
}

/** Somebody without a softphone: an outside number, or an agent who is not signed in. */
export interface PlayedParty {
    isTalking: boolean;
    /** Who asks them; null once they have the customer. */
    asker: SimulatedLeg | null;
}

/** A wait in a queue: the customer's own, or that of an agent who asks the queue. */
export interface Queueing {
    readonly queue: string;
    asker: SimulatedLeg | null;
    /** Who is not offered this call: they refused it, or handed it over. */
    readonly excluded: Set<string>;
    /** Who let it ring just now. */
    readonly resting: Set<string>;
}

type CallNews<Event = Exclude<CallEvent, LegEvent>> = Event extends CallEvent
    ? Omit<Event, 'key' | 'callId' | 'at' | 'facts'>
    : never;
type LegNews<Event = LegEvent> = Event extends LegEvent
    ? Omit<Event, 'key' | 'callId' | 'at' | 'facts' | 'legId' | 'agent'>
    : never;

/** Where what happens to calls is told. */
export interface CallNewsSink {
    readonly now: () => Date;
    event(event: CallEvent): void;
}

/** A call on the simulated line: who is part of it, and the telling of what happens to it. */
export class SimulatedCall {
    readonly id: string;
    readonly facts: CallFacts;
    readonly legs: SimulatedLeg[] = [];
    /** Whether the other side is there: the customer, or a colleague whom the line plays. */
    hasCustomer = false;
    played: PlayedParty | null = null;
    queueing: Queueing | null = null;
    recording: 'none' | 'running' | 'paused' = 'none';
    /** The keys that the other side heard. */
    digits = '';
    isOver = false;
    readonly timers = new Set<NodeJS.Timeout>();
    readonly #news: CallNewsSink;
    readonly #told = new Map<string, number>();

    constructor(id: string, facts: CallFacts, news: CallNewsSink) {
        this.id = id;
        this.facts = facts;
        this.#news = news;
    }

    /** How many would hear one another now, or wait to: below two there is no call. */
    get parties(): number {
        const others = [this.hasCustomer, this.played?.asker === null, this.queueing?.asker === null];
        return others.filter(Boolean).length + this.legs.filter(isOnLine).length;
    }

    /** Whether somebody ever answered. */
    get wasAnswered(): boolean {
        return this.recording !== 'none';
    }

    liveLegs(): SimulatedLeg[] {
        return this.legs.filter(isLive);
    }

    addLeg(agent: string, kind: SimulatedLeg['kind'], asker: SimulatedLeg | null = null): SimulatedLeg {
        const leg: SimulatedLeg = {
            id: `${this.id}.${this.legs.length + 1}`,
            agent,
            kind,
            state: kind === 'outbound' ? 'dialling' : 'ringing',
            endReason: null,
            muted: false,
            consult: null,
            asker
        };
        this.legs.push(leg);
        return leg;
    }

    tell(news: CallNews): void {
        const about = { key: this.#key(eventKeys.call(this.id, news.type)), ...this.#common() };
        this.#news.event({ ...about, ...news });
    }

    tellLeg({ id: legId, agent }: SimulatedLeg, news: LegNews): void {
        const key = this.#key(eventKeys.leg(legId, news.type));
        this.#news.event({ key, ...this.#common(), legId, agent, ...news });
    }

    #common() {
        return { callId: this.id, at: this.#news.now().toISOString(), facts: this.facts };
    }

    /** What happens again, such as a second hold, is counted. */
    #key(name: string): string {
        const times = (this.#told.get(name) ?? 0) + 1;
        this.#told.set(name, times);
        return times === 1 ? name : `${name}|${times}`;
    }
}

export const isLive = ({ state }: SimulatedLeg): boolean => state !== 'ended';
/** Talking with the other side, or keeping them on hold. */
export const hasOtherSide = ({ state }: SimulatedLeg): boolean => state === 'talking' || state === 'held';
const isOnLine = (leg: SimulatedLeg): boolean =>
    hasOtherSide(leg) || leg.state === 'dialling' || (leg.state === 'ringing' && leg.kind === 'offer');
