import type { CallEvent, LegEndReason } from '../../../bridge-server/src/contract/callEvent.ts';
import type { ServedLeg } from '../ledger.ts';
import type { Random } from '../random.ts';

type Told<Event> = Event extends unknown ? Omit<Event, 'key' | 'callId' | 'at' | 'facts'> : never;

/** What happens in a call, and how many milliseconds after it began. */
export type StoryEvent = Told<CallEvent> & { readonly atMs: number };

/** An agent's part in a call. */
export interface Part {
    readonly legId: string;
    readonly agent: string;
}

/** A call while it is told: time passes, agents come in, events happen. */
export class Scene {
    readonly events: StoryEvent[] = [];
    /** The parts of agents who had the customer, in the order in which they got them. */
    readonly served: ServedLeg[] = [];
    readonly #callId: string;
    readonly #random: Random;
    readonly #agents: string[];
    #parts = 0;
    #atMs = 0;

    constructor(callId: string, agents: readonly string[], random: Random) {
        this.#callId = callId;
        this.#random = random;
        this.#agents = random.shuffled(agents);
    }

    /** Another agent than those before. */
    part(): Part {
        const agent = this.#agents[this.#parts % this.#agents.length];
        if (agent === undefined) throw new Error('A call needs agents.');
        this.#parts += 1;
        return { legId: `${this.#callId}/${this.#parts}`, agent };
    }

    /** No two events of a call have one time: which came first must be known. */
    pass(leastMs: number, mostMs: number): void {
        this.#atMs += this.#random.whole(leastMs, mostMs);
    }

    tell(event: Told<CallEvent>): void {
        this.#atMs += 1;
        this.events.push({ ...event, atMs: this.#atMs });
    }

    rings({ ...part }: Part, kind: 'offer' | 'consult' = 'offer'): void {
        this.tell({ type: 'legOffered', ...part, kind });
        this.pass(100, 1_200);
    }

    answers(part: Part): void {
        this.tell({ type: 'legAnswered', ...part });
        this.serves(part);
    }

    /** The customer is with this agent from now on. */
    serves({ legId, agent }: Part): void {
        this.served.push({ legId, agent });
    }

    talks(): void {
        this.pass(300, 4_000);
    }

    leaves(part: Part, reason: LegEndReason = 'hungUp'): void {
        this.tell({ type: 'legEnded', ...part, reason });
    }

    holds(part: Part): void {
        this.tell({ type: 'legHeld', ...part });
        this.pass(200, 900);
        this.tell({ type: 'legResumed', ...part });
    }
}

/** Lets a call take place. */
export type Telling = (scene: Scene) => void;
