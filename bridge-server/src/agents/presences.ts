import type { Logger } from 'pino';
import type { Call } from '../calls/call.ts';
import type { Agent } from '../contract/agentApi.ts';
import type { Instant } from '../contract/instant.ts';
import type { Presence, PresenceRequest } from '../contract/presence.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import type { KnownAgent, PresenceKeeper, PresenceRules } from './presenceKeeper.ts';
import { type Availability, createPresenceTeller } from './presenceTeller.ts';
import { createPresenceTurns } from './presenceTurns.ts';

interface PresencesOptions {
    readonly store: PresenceKeeper;
    /** Tells the telephony sides; rejects while one of them cannot be told. */
    readonly tell: (extension: string, availability: Availability) => Promise<void>;
    readonly rules: PresenceRules;
    readonly now: () => Date;
    /** Told on every replica, each agent's changes in their order. */
    readonly onChanged: (extension: string, presence: Presence) => void;
    readonly log: Logger;
}

const SWEEP_MS = 1_000;

/** Whether each agent takes calls: what they chose, and what follows from their calls. */
export function createPresences({ store, tell, rules, now, onChanged, log }: PresencesOptions) {
    const known = new Map<string, KnownAgent>();
    const noticed = new Set<string>();
    const presenceOf = (extension: string): Presence | null => known.get(extension)?.presence ?? null;
    const teller = createPresenceTeller({ presenceOf, tell, log });
    const isKnown = (extension: string): boolean => known.has(extension);
    const turns = createPresenceTurns({ store, rules, now, isKnown, onChanged: remember });
    const nowInstant = (): Instant => now().toISOString();
    let nextSweep: NodeJS.Timeout | undefined;
    let sweeping: Promise<void> = Promise.resolve();
    let isStopped = false;
    let isStoreAway = false;

    function remember(agent: KnownAgent): void {
        if ((known.get(agent.extension)?.version ?? 0) >= agent.version) return;
        known.set(agent.extension, agent);
        onChanged(agent.extension, agent.presence);
        teller.changed(agent.extension);
    }

    async function readNoticed(): Promise<void> {
        const extensions = [...noticed];
        noticed.clear();
        if (extensions.length === 0) return;
        try {
            for (const agent of await store.read(extensions)) remember(agent);
        } catch (error) {
            for (const extension of extensions) noticed.add(extension);
            throw error;
        }
    }

    /** What cannot be done now is done by a later sweep. */
    async function orLater(work: () => Promise<void>): Promise<void> {
        try {
            await work();
            isStoreAway = false;
        } catch (error) {
            if (!isStoreAway) log.warn({ err: error }, 'Presences cannot be kept up to date now; it is retried');
            isStoreAway = true;
        }
    }

    async function sweep(): Promise<void> {
        await orLater(async () => {
            await turns.retry();
            await readNoticed();
            for (const agent of await store.endDueWrapUps(nowInstant())) remember(agent);
        });
        if (!isStopped) sweepLater();
    }

    function sweepLater(): void {
        nextSweep = setTimeout(() => {
            sweeping = sweep();
        }, SWEEP_MS);
    }

    async function signedIn(agent: Agent): Promise<Presence> {
        const ensured = await store.ensure(agent, nowInstant());
        remember(ensured);
        return ensured.presence;
    }

    return {
        /** Reads all presences, tells the telephony sides of each, and begins to end wrap-ups that run out. */
        async start(): Promise<void> {
            for (const agent of await store.all()) remember(agent);
            sweepLater();
        },

        async stop(): Promise<void> {
            isStopped = true;
            clearTimeout(nextSweep);
            await sweeping;
            await teller.stop();
        },

        /** The agent's presence, who is available when they sign in for the first time. */
        signedIn,

        /** The name of the agent with this extension; null for one who never signed in. */
        nameOf: (extension: string): string | null => known.get(extension)?.name ?? null,

        /** Everybody who ever signed in. */
        everybody: (): readonly KnownAgent[] => [...known.values()],

        /** Throws RequestRefused (400) when the reason is none of the contact centre's. */
        async choose(agent: Agent, request: PresenceRequest): Promise<Presence> {
            const reason = request.state === 'paused' ? request.reason : null;
            if (reason !== null && !rules.pauseReasons.includes(reason)) throw reasonUnknown(rules.pauseReasons);
            const before = await signedIn(agent);
            const chosen = await store.choose(agent.extension, { state: request.state, reason }, nowInstant());
            if (chosen) remember(chosen);
            return chosen?.presence ?? before;
        },

        /** The agent is done with the last call before the time for that is up. */
        async finishWrapUp(agent: Agent): Promise<void> {
            const finished = await store.finishWrapUp(agent.extension);
            if (finished) remember(finished);
        },

        /** What follows from a call that changed. Never rejects; what cannot be stored now is stored later. */
        callChanged: (call: Call): Promise<void> => orLater(() => turns.callChanged(call)),

        /** Some replica changed this agent's presence, and that is its version now. */
        async presenceNoticed(extension: string, version: number): Promise<void> {
            if ((known.get(extension)?.version ?? 0) >= version) return;
            noticed.add(extension);
            // what is told in one go is read in one go
            await Promise.resolve();
            await orLater(readNoticed);
        }
    };
}

export type Presences = ReturnType<typeof createPresences>;

const reasonUnknown = (reasons: readonly string[]): RequestRefused =>
    new RequestRefused(400, `O motivo da pausa deve ser um destes: ${reasons.join(', ')}.`, { name: 'reason-unknown' });
