import type { Agent } from '../contract/agentApi.ts';
import type { Instant } from '../contract/instant.ts';
import type { ChosenPresence, Presence } from '../contract/presence.ts';

/** An agent who signed in at least once. */
export interface KnownAgent {
    readonly extension: string;
    readonly name: string;
    /** Of two readings the one with the greater version is the later one. */
    readonly version: number;
    readonly presence: Presence;
}

/** A leg whose agent spoke with the customer, and which is over. */
export interface SpokenLeg {
    readonly callId: string;
    readonly legId: string;
    readonly agent: string;
    readonly endedAt: Instant;
}

/** Where presences are kept for all replicas. What a change made of a presence comes back; null: nothing changed. */
export interface PresenceKeeper {
    all(): Promise<KnownAgent[]>;
    read(extensions: readonly string[]): Promise<KnownAgent[]>;
    ensure(agent: Agent, now: Instant): Promise<KnownAgent>;
    choose(
        extension: string,
        choice: { readonly state: ChosenPresence; readonly reason: string | null },
        now: Instant
    ): Promise<KnownAgent | null>;
    beginWrapUp(leg: SpokenLeg, endsAt: Instant): Promise<KnownAgent | null>;
    endWrapUpOnCall(extension: string): Promise<KnownAgent | null>;
    finishWrapUp(extension: string): Promise<KnownAgent | null>;
    endDueWrapUps(now: Instant): Promise<KnownAgent[]>;
    pauseForMissing(extension: string, missed: number, now: Instant): Promise<KnownAgent | null>;
}

export interface PresenceRules {
    readonly pauseReasons: readonly string[];
    /** How long nothing is offered after a call; 0: no wrap-up. */
    readonly wrapUpSeconds: number;
    /** So many offers in a row that rang out pause the agent; 0: never. */
    readonly autoPauseAfterMissed: number;
}
