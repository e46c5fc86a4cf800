import type { AgentAction, AgentCommand, RefusalReason } from '../contract/callActions.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import type { Directory, PresenceRequest } from '../contract/presence.ts';
import type { QueueLogin } from '../contract/queueLogin.ts';
import type { SupervisionMode } from '../contract/supervision.ts';
import type { SnapshotCall } from '../calls/reconcileSnapshot.ts';

export type { RefusalReason } from '../contract/callActions.ts';

/** One telephony side: a PBX, a vendor's webhook, the simulated line. */
export interface TelephonyAdapter {
    /** Names the side, and begins the id of each of its calls and legs: `source:id`. */
    readonly source: string;
    /** What the softphone of this agent may ask of the side during a call: telephones differ, too. */
    capabilitiesOf(agent: string): readonly AgentAction[];
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
    /**
     * The queues that this agent may enter and leave; absent where agents may not. Throws CommandRefused, as
     * `setQueueLogin` does.
     */
    queueLogins?(agent: string): Promise<QueueLogin[]>;
    /** Makes the agent a member of the queue, or no longer one; nothing happens where that is so already. */
    setQueueLogin?(agent: string, queue: string, isIn: boolean): Promise<void>;
    /**
     * Calls the supervisor's telephone and lets it hear an agent's call, or changes what it does there. Resolves once it
     * rings; whoever hangs it up ends it. Absent where the side cannot. Throws CommandRefused.
     */
    supervise?(request: SupervisionRequest): Promise<void>;
    /** The bridge issued the protocol of a call whose side gave none; a side that can keeps it with the call. */
    protocolIssued?(callId: string, protocol: string): Promise<void>;
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

/** Agents and supervisors by their extensions. */
export interface SupervisionRequest {
    readonly supervisor: string;
    readonly callId: string;
    readonly legId: string;
    readonly agent: string;
    readonly mode: SupervisionMode;
}

export class CommandRefused extends Error {
    override readonly name = 'CommandRefused';
    readonly reason: RefusalReason;

    /** @param message for the agent, in Brazilian Portuguese */
    constructor(message: string, options: { reason?: RefusalReason; cause?: unknown } = {}) {
        super(message, { cause: options.cause });
        this.reason = options.reason ?? 'telephony-refused';
    }
}
