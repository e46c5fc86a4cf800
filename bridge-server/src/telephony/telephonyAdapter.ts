import type { AgentAction } from '../contract/agentApi.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import type { SnapshotCall } from '../calls/reconcileSnapshot.ts';

/** One telephony side: a PBX, a vendor's webhook, the simulated line. */
export interface TelephonyAdapter {
    /** Names the side, and begins the id of each of its calls and legs: `source:id`. */
    readonly source: string;
    /** What a softphone may ask of this side. */
    readonly capabilities: readonly AgentAction[];
    /** Starts observing; what is seen goes to the sink, in the order in which it was seen. */
    start(sink: TelephonySink): void;
    /** Resolves once the telephony side accepted the command. Throws CommandRefused with words for the agent. */
    command(command: TelephonyCommand): Promise<void>;
    /** Stops observing; resolves once everything seen is handed over. */
    stop(): Promise<void>;
}

export interface TelephonySink {
    /** Resolves once the event is stored for good. An adapter awaits it before it acknowledges anything to its side. */
    event(event: CallEvent): Promise<void>;
    /** All calls that lived on this side at `takenAt`: what we don't know is adopted, what is gone is ended. */
    snapshot(source: string, calls: readonly SnapshotCall[], takenAt: Instant): Promise<void>;
}

export interface TelephonyCommand {
    readonly action: AgentAction;
    readonly callId: string;
    readonly legId: string;
    /** The agent's extension. */
    readonly agent: string;
}

export class CommandRefused extends Error {
    override readonly name = 'CommandRefused';
}
