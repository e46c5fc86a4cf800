import type { TransferTarget } from '../../contract/callActions.ts';
import type { CallFacts } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';

/** Whom an agent asks while the customer waits, or speaks with in a conference. */
export interface TrackedConsult {
    /** The Uniqueid of the channel over which they were first called: no other consult has it. */
    readonly id: string;
    readonly to: TransferTarget;
    /** The Local channel that leads to them, such as `Local/1002@softphone-00000000`. */
    readonly pair: string;
    /** The Uniqueid of the channel that stands for them where the agent is; once it hangs up they are gone. */
    nearEnd: string;
    answered: boolean;
    joined: boolean;
}

/** A target in the agent's words, and what was dialled for it. */
export interface NamedTarget {
    readonly to: TransferTarget;
    readonly dialled: string;
}

/** An agent's part in a call, with what the PBX told of it so far. */
export interface TrackedLeg {
    readonly legId: string;
    readonly agent: string;
    readonly kind: 'offer' | 'consult' | 'outbound';
    readonly offeredBy: 'queue' | 'dial';
    readonly since: Instant;
    /** Names of the living channels by Uniqueid: the agent's phone, and the Local channel that leads to it if there is one. */
    readonly channels: Map<string, string>;
    answered: boolean;
    /** Null when the call was taken over from a snapshot, which does not tell. */
    held: boolean | null;
    /** Held by click: what the phone says of holding is about itself alone then. */
    heldByClick: boolean;
    transferred: boolean;
    consult: TrackedConsult | null;
    /** Where the agent last wanted the call to go; the PBX tells only what was dialled. */
    named: NamedTarget | null;
    rangOut: boolean;
    /** How the last attempt to reach the other end came out: BUSY, CANCEL… */
    dialStatus: string | null;
    hangupCause: string | null;
}

export interface TrackedCall {
    readonly linkedid: string;
    readonly callId: string;
    readonly startedAt: Instant;
    readonly facts: CallFacts;
    /** By the Uniqueid under which each began. */
    readonly legs: Map<string, TrackedLeg>;
    /** Who was dialled from an outbound call and is still there, by Uniqueid. */
    readonly customers: Map<string, 'dialled' | 'answered'>;
    recorded: boolean;
    abandoned: boolean;
}

export interface LegOfCall {
    readonly call: TrackedCall;
    readonly leg: TrackedLeg;
}

export interface AskingLeg extends LegOfCall {
    readonly consult: TrackedConsult;
}

export const SOURCE = 'asterisk';
export const idOf = (uniqueid: string): string => `${SOURCE}:${uniqueid}`;
export const linkedidOf = (callId: string): string => callId.slice(idOf('').length);

const DIALLED = 'dialled-';

/** The Uniqueid, and so the Linkedid, of a call that an agent begins in the softphone. */
export const dialledChannelId = (random: string): string => `${DIALLED}${random}`;
export const isDialledHere = (linkedid: string): boolean => linkedid.startsWith(DIALLED);

/** How many calls that are over may still have their recording announced. */
const REMEMBERED_AFTER_END = 500;

/** The calls that live on the PBX, as far as they concern agents. What nobody told of is not in here. */
export class TrackedCalls {
    #calls = new Map<string, TrackedCall>();
    readonly #over = new Map<string, TrackedCall>();
    /** Recordings that began before the call reached a queue or an agent. */
    readonly earlyRecordings = new Set<string>();

    find = (linkedid: string): TrackedCall | undefined => this.#calls.get(linkedid);

    findAlsoOver = (linkedid: string): TrackedCall | undefined => this.#calls.get(linkedid) ?? this.#over.get(linkedid);

    all = (): MapIterator<TrackedCall> => this.#calls.values();

    /** The call of that name, or a new one. What is told of a call that is over does not make it live again. */
    open(linkedid: string, startedAt: Instant, facts: CallFacts): TrackedCall {
        const known = this.findAlsoOver(linkedid);
        if (known) return known;
        const call = createCall(linkedid, startedAt, facts);
        this.#calls.set(linkedid, call);
        return call;
    }

    /** The leg to which a channel belongs. */
    legOf(uniqueid: string): LegOfCall | undefined {
        for (const call of this.#calls.values()) {
            for (const leg of call.legs.values()) if (leg.channels.has(uniqueid)) return { call, leg };
        }
        return undefined;
    }

    /** The outbound call from which a channel was dialled. */
    callWithCustomer(uniqueid: string): TrackedCall | undefined {
        return this.#calls.values().find((call) => call.customers.has(uniqueid));
    }

    /** The leg that an agent left by a transfer, while its channel still waits for how that comes out. */
    handedOverBy(agent: string): LegOfCall | undefined {
        for (const call of this.#calls.values()) {
            for (const leg of call.legs.values()) if (leg.agent === agent && leg.transferred) return { call, leg };
        }
        return undefined;
    }

    /** The leg of the agent who asks somebody, of whom `isIt` says that it is they. */
    askerOf(isIt: (consult: TrackedConsult) => boolean): AskingLeg | undefined {
        for (const call of this.#calls.values()) {
            for (const leg of call.legs.values())
                if (leg.consult && isIt(leg.consult)) return { call, leg, consult: leg.consult };
        }
        return undefined;
    }

    end(call: TrackedCall): void {
        this.#calls.delete(call.linkedid);
        this.#over.set(call.linkedid, call);
        const oldest = this.#over.keys().next().value;
        if (this.#over.size > REMEMBERED_AFTER_END && oldest !== undefined) this.#over.delete(oldest);
    }

    /** After a snapshot: nothing else lives. Of calls and legs known before, what the snapshot cannot show is kept. */
    replaceAll(living: readonly TrackedCall[]): void {
        const before = this.#calls;
        this.earlyRecordings.clear();
        this.#calls = new Map(living.map((call) => [call.linkedid, merge(before.get(call.linkedid), call)]));
    }
}

export const createCall = (linkedid: string, startedAt: Instant, facts: CallFacts): TrackedCall => ({
    linkedid,
    callId: idOf(linkedid),
    startedAt,
    facts,
    legs: new Map(),
    customers: new Map(),
    recorded: false,
    abandoned: false
});

export const createLeg = (
    channel: { readonly uniqueid: string; readonly name: string },
    leg: Pick<TrackedLeg, 'agent' | 'kind' | 'offeredBy' | 'since'> &
        Partial<Pick<TrackedLeg, 'answered' | 'held' | 'consult'>>
): TrackedLeg => ({
    answered: false,
    held: false,
    heldByClick: false,
    consult: null,
    ...leg,
    legId: idOf(channel.uniqueid),
    channels: new Map([[channel.uniqueid, channel.name]]),
    transferred: false,
    named: null,
    rangOut: false,
    dialStatus: null,
    hangupCause: null
});

function merge(known: TrackedCall | undefined, living: TrackedCall): TrackedCall {
    if (!known) return living;
    const legs = [...living.legs].map(([uniqueid, leg]): [string, TrackedLeg] => {
        const before = known.legs.get(uniqueid);
        return [uniqueid, before ? mergeLeg(before, leg) : leg];
    });
    return { ...known, legs: new Map(legs), customers: living.customers };
}

const mergeLeg = (before: TrackedLeg, { channels, answered, consult }: TrackedLeg): TrackedLeg => ({
    ...before,
    channels,
    answered: before.answered || answered,
    held: null,
    consult: consult && { ...consult, to: before.consult?.id === consult.id ? before.consult.to : consult.to }
});
