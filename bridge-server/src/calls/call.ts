import type { CallerView, LegState, Note, TransferTarget } from '../contract/agentApi.ts';
import type { LegEndReason } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';

/*
 * Glossary
 *
 * call       what the customer experiences, from reaching us to being gone
 * leg        one agent's part in a call
 * offer      a leg that rings for the customer: taking it means talking to them
 * consult    a leg that rings for a colleague, who is asked before the customer is handed over; also the asking itself
 * conference agent, customer and whom the agent asked speak with one another
 * protocol   the number under which the customer can claim this call (protocolo de atendimento)
 * caller     who the customer is in Salesforce
 * records    what Salesforce already holds of the call: the caller found, the Case, the Tasks
 */

export type Direction = 'inbound' | 'outbound' | 'internal';

export interface Leg {
    readonly id: string;
    /** The agent's extension. */
    readonly agent: string;
    readonly kind: 'offer' | 'consult' | 'outbound';
    readonly state: LegState;
    readonly offeredAt: Instant;
    /** When agent and customer were connected; for a consult, when the customer was handed over. */
    readonly answeredAt: Instant | null;
    readonly endedAt: Instant | null;
    readonly endReason: LegEndReason | null;
    readonly heldSince: Instant | null;
    /** Milliseconds of the holds that are over. */
    readonly heldMs: number;
    readonly muted: boolean;
    /** Whom the agent asks; `joined`: in a conference with the customer. */
    readonly consult: {
        readonly to: TransferTarget;
        readonly state: 'ringing' | 'talking' | 'joined';
        readonly since: Instant;
    } | null;
    /** To whom the agent handed the customer, and how. */
    readonly transfer: { readonly mode: 'blind' | 'attended'; readonly to: string; readonly at: Instant } | null;
    /** What the agent wrote down, and when. */
    readonly note: LegNote | null;
    /** The Salesforce Task of this leg. */
    readonly taskId: string | null;
    /** The note as it stands in the Task. */
    readonly taskNote: Note | null;
}

export interface LegNote extends Note {
    readonly at: Instant;
}

export interface Recording {
    /** The name under which the source serves the audio; null while the recording runs. */
    readonly name: string | null;
    readonly format: string | null;
    /** Whether it leaves out what is said now. */
    readonly paused: boolean;
}

/** A lookup's outcome, or the agent's choice. */
export type Caller = CallerView;

/** The Case of a call, and what of the call we wrote on it. */
export interface CallCase {
    readonly id: string;
    readonly number: string;
    /** The leg for whose agent it was opened, or to whose agent it was handed over. */
    readonly ownerLeg: string;
    /** The candidate who stands on it. */
    readonly who: string | null;
}

export interface Call {
    readonly id: string;
    readonly direction: Direction;
    /** The other party's number as the telephony side wrote it; null when withheld. */
    readonly number: string | null;
    readonly callerName: string | null;
    readonly queue: string | null;
    /** Whether the call was over when the first of it was heard: it comes from the telephony side's own log. */
    readonly recovered: boolean;
    /** Null only until the call is stored for the first time. */
    readonly protocol: string | null;
    readonly startedAt: Instant;
    readonly endedAt: Instant | null;
    readonly abandonedAt: Instant | null;
    readonly recording: Recording | null;
    /** Whether its recording leaves anything out; may be told before the recording is. */
    readonly recordingWasPaused: boolean;
    readonly legs: readonly Leg[];
    /** Null until Salesforce was asked. */
    readonly caller: Caller | null;
    /** Null until it is opened. */
    readonly case: CallCase | null;
    /** The Task of a call that nobody answered. */
    readonly unansweredTaskId: string | null;
}

export const isOver = (leg: Leg): boolean => leg.state === 'ended';

/** Calls are named `source:id`; the source is the adapter that told of the call. */
export const sourceOf = (callId: string): string => callId.slice(0, callId.indexOf(':'));
