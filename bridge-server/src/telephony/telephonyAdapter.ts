import type { AgentAction, AgentCommand } from '../contract/callActions.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import type { Directory, PresenceRequest } from '../contract/presence.ts';
import type { SnapshotCall } from '../calls/reconcileSnapshot.ts';

/** One telephony side: a PBX, a vendor's webhook, the simulated line. */
export interface TelephonyAdapter {
    /** Names the side, and begins the id of each of its calls and legs: `source:id`. */
    readonly source: string;
    /** What a softphone may ask of this side during a call. */
    readonly capabilities: readonly AgentAction[];
    /** Starts observing; what is seen goes to the sink, in the order in which it was seen. */
    start(sink: TelephonySink): void;
    /** Resolves once the telephony side accepted the command. Throws CommandRefused with words for the agent. */
    command(command: TelephonyCommand): Promise<void>;
    /**
     * Calls the agent's telephone and then the number; resolves to the call's id. Absent where the side cannot.
     * Throws CommandRefused.
     *
     * @param number E.164, or as it is dialled where it is an extension or a short code
     */
    dial?(agent: string, number: string): Promise<string>;
    /**
     * Whether the side's queues offer calls to this agent. Told again after each start; absent where the side has no
     * queues of its own. Throws when the side cannot be told now.
     */
    setPresence?(agent: string, presence: AgentAvailability): Promise<void>;
    /** The queues that calls can be transferred to; absent where the side names none. */
    queues?(): Promise<Directory['queues']>;
    /** Stops observing; resolves once everything seen is handed over. */
    stop(): Promise<void>;
}

/** What a queue needs to know of an agent; `wrapUp`: paused for the time after a call. */
export type AgentAvailability = PresenceRequest | { readonly state: 'wrapUp' };

export interface TelephonySink {
    /** Resolves once the event is stored for good. An adapter awaits it before it acknowledges anything to its side. */
    event(event: CallEvent): Promise<void>;
    /** All calls that lived on this side at `takenAt`: what we don't know is adopted, what is gone is ended. */
    snapshot(source: string, calls: readonly SnapshotCall[], takenAt: Instant): Promise<void>;
}

export type TelephonyCommand = AgentCommand & {
    readonly callId: string;
    readonly legId: string;
    /** The agent's extension. */
    readonly agent: string;
};

export class CommandRefused extends Error {
    override readonly name = 'CommandRefused';
}
