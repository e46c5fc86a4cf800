import { randomUUID } from 'node:crypto';
import type { CallFacts } from '../../contract/callEvent.ts';
import { endCall } from './leaving.ts';
import { Roster } from './roster.ts';
import { type CallNewsSink, SimulatedCall, type SimulatedLeg } from './simulatedCall.ts';
import type { SimulatorTimings } from './timings.ts';

export const SOURCE = 'simulator';

/**
 * The simulated line: its calls, who is signed in, and its clockwork. Everything that happens is one synchronous
 * `act`, so two agents who press at the same moment come one after the other.
 */
export class Line {
    readonly calls = new Map<string, SimulatedCall>();
    readonly roster = new Roster();
    readonly timings: SimulatorTimings;
    readonly #news: CallNewsSink;
    readonly #afterEach: (line: Line) => void;
    /** Agents who have just come off a call. */
    readonly #breathing = new Map<string, NodeJS.Timeout>();

    /** @param afterEach called when something happened, to let the queues offer what waits */
    constructor(timings: SimulatorTimings, news: CallNewsSink, afterEach: (line: Line) => void) {
        this.timings = timings;
        this.#news = news;
        this.#afterEach = afterEach;
    }

    open(facts: CallFacts): SimulatedCall {
        const call = new SimulatedCall(`${SOURCE}:${randomUUID()}`, facts, this.#news);
        this.calls.set(call.id, call);
        return call;
    }

    act<Outcome>(what: () => Outcome): Outcome {
        const busy = this.roster.available().filter((agent) => this.isOnCall(agent));
        const outcome = what();
        for (const call of this.calls.values()) {
            if (call.parties < 2) endCall(call);
            if (call.isOver) this.#forget(call);
        }
        for (const agent of busy) if (!this.isOnCall(agent)) this.#letBreathe(agent);
        this.#afterEach(this);
        return outcome;
    }

    #letBreathe(agent: string): void {
        clearTimeout(this.#breathing.get(agent));
        const timer = setTimeout(() => {
            this.#breathing.delete(agent);
            this.act(() => undefined);
        }, this.timings.breathMs);
        this.#breathing.set(agent, timer);
    }

    /** Does something later, unless the call is over by then. */
    after(call: SimulatedCall, ms: number, what: () => void): void {
        const timer = setTimeout(() => {
            call.timers.delete(timer);
            this.act(what);
        }, ms);
        call.timers.add(timer);
    }

    isOnCall(agent: string): boolean {
        return [...this.calls.values()].some((call) =>
            call.liveLegs().some((leg) => leg.agent === agent && leg.state !== 'ringing')
        );
    }

    /** Whom a queue can offer a call now. */
    freeAgents(): string[] {
        return this.roster.available().filter((agent) => !this.isOnCall(agent) && !this.#breathing.has(agent));
    }

    /** A telephone talks on one call at a time: what it talks on now waits. */
    holdAll(agent: string): void {
        for (const call of this.calls.values()) {
            const leg = call.legs.find((each) => each.agent === agent && each.state === 'talking');
            if (!leg) continue;
            leg.state = 'held';
            call.tellLeg(leg, { type: 'legHeld' });
        }
    }

    /** The agent speaks with the other side from here on, and with nobody else. */
    connect(leg: SimulatedLeg): void {
        if (leg.state === 'talking') return;
        this.holdAll(leg.agent);
        leg.state = 'talking';
    }

    stop(): void {
        for (const call of this.calls.values()) this.#forget(call);
        for (const timer of this.#breathing.values()) clearTimeout(timer);
    }

    #forget(call: SimulatedCall): void {
        for (const timer of call.timers) clearTimeout(timer);
        this.calls.delete(call.id);
    }
}
