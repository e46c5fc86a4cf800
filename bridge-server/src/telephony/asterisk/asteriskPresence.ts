import type { Logger } from 'pino';
import type { Directory } from '../../contract/presence.ts';
import type { AgentAvailability } from '../telephonyAdapter.ts';
import type { AgentOf } from './agentPhone.ts';
import type { AmiConnection } from './amiConnection.ts';
import { AmiRefused } from './amiError.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';

/** The part of a connection that is needed here. */
type Pbx = Pick<AmiConnection, 'request' | 'list'>;

interface AsteriskPresenceOptions {
    readonly agentOf: AgentOf;
    readonly log: Logger;
    readonly now?: () => number;
}

/** What the PBX's queue log and reports show for a pause that has no reason of the agent's own. */
const WRAP_UP_REASON = 'Pós-atendimento';
const OFFLINE_REASON = 'Offline';
/** An agent whom no queue had a moment ago has none. */
const MEMBERS_FRESH_MS = 5_000;
const NO_PRIVILEGE = /permission denied/i;

/**
 * Whether Asterisk's queues offer calls to an agent: their membership is paused, with the reason, in every queue that
 * their telephone is a member of. Who logs in to which queue stays the PBX's.
 *
 * What it was told is told again on every connection, because a PBX that was restarted may have forgotten it, and when
 * an agent enters a queue. Without a connection that is all there is to do.
 */
export function createAsteriskPresence({ agentOf, log, now = Date.now }: AsteriskPresenceOptions) {
    const wanted = new Map<string, AgentAvailability>();
    let pbx: Pbx | null = null;
    let members: { readonly of: Pbx; readonly readAt: number; readonly read: Promise<Members> } | null = null;
    let mayPause = true;

    async function interfacesOf(agent: string, from: Pbx): Promise<ReadonlySet<string>> {
        const known = (await membersOf(from, Infinity)).get(agent);
        return known ?? (await membersOf(from, MEMBERS_FRESH_MS)).get(agent) ?? new Set();
    }

    function membersOf(from: Pbx, maxAgeMs: number): Promise<Members> {
        if (members?.of === from && now() - members.readAt <= maxAgeMs) return members.read;
        const reading = { of: from, readAt: now(), read: readMembers(from, agentOf) };
        members = reading;
        reading.read.catch(() => {
            if (members === reading) members = null;
        });
        return reading.read;
    }

    async function tell(agent: string, to: Pbx): Promise<void> {
        for (const name of await interfacesOf(agent, to)) {
            const availability = wanted.get(agent);
            if (!availability || !mayPause) return;
            await to.request(pauseOf(name, availability)).catch((error: unknown) => {
                if (!(error instanceof AmiRefused)) throw error;
                if (NO_PRIVILEGE.test(error.message)) return refuseToPause(error);
                // who left the queue in this moment is not offered anything there
                members = null;
            });
        }
    }

    function refuseToPause(error: AmiRefused): void {
        if (mayPause)
            log.error({ err: error }, 'the PBX lets nobody be paused: give the AMI user the privilege write = agent');
        mayPause = false;
    }

    return {
        /** Rejects with AmiUnreachable when the PBX does not answer. */
        async set(agent: string, availability: AgentAvailability): Promise<void> {
            wanted.set(agent, availability);
            if (pbx) await tell(agent, pbx);
        },

        connected(connection: AmiConnection): void {
            pbx = connection;
            mayPause = true;
            void connection.closed.then(() => {
                if (pbx === connection) pbx = null;
            });
            for (const agent of wanted.keys())
                tell(agent, connection).catch((error: unknown) =>
                    log.warn({ err: error, agent }, 'the PBX could not be told whether an agent takes calls')
                );
        },

        /** An agent enters a queue, where nobody is paused yet. */
        observe(message: AmiMessage): void {
            if (fieldOf(message, 'Event') !== 'QueueMemberAdded') return;
            members = null;
            const agent = agentOf(fieldOf(message, 'Interface'));
            if (agent === null || !wanted.has(agent) || !pbx) return;
            tell(agent, pbx).catch((error: unknown) =>
                log.warn({ err: error, agent }, 'the PBX could not be told whether an agent takes calls')
            );
        },

        /** The fields of QueueAdd with which an agent enters a queue as they are: paused, or not. */
        pauseOf: (agent: string): PauseFields => pauseFields(wanted.get(agent) ?? { state: 'available' }),

        /** The queues with who waits and who is free; none while the PBX is away. */
        async queues(): Promise<Directory['queues']> {
            const summaries = (await pbx?.list({ Action: 'QueueSummary' })) ?? [];
            return summaries.map((summary) => ({
                name: fieldOf(summary, 'Queue'),
                waiting: countOf(summary, 'Callers'),
                free: countOf(summary, 'Available')
            }));
        }
    };
}

/** Extension to the interfaces under which the agent's telephone is a member of queues, such as `PJSIP/1001`. */
type Members = ReadonlyMap<string, ReadonlySet<string>>;

async function readMembers(pbx: Pbx, agentOf: AgentOf): Promise<Members> {
    const members = new Map<string, Set<string>>();
    for (const message of await pbx.list({ Action: 'QueueStatus' })) {
        const name = fieldOf(message, 'Location');
        const agent = fieldOf(message, 'Event') === 'QueueMember' ? agentOf(name) : null;
        if (agent !== null) members.set(agent, (members.get(agent) ?? new Set()).add(name));
    }
    return members;
}

type PauseFields = { readonly Paused: 'true' | 'false' } & Readonly<Record<string, string>>;

const pauseOf = (name: string, availability: AgentAvailability) => ({
    Action: 'QueuePause',
    Interface: name,
    ...pauseFields(availability)
});

function pauseFields(availability: AgentAvailability): PauseFields {
    switch (availability.state) {
        case 'available':
            return { Paused: 'false' };
        case 'paused':
            return { Paused: 'true', Reason: availability.reason };
        case 'wrapUp':
            return { Paused: 'true', Reason: WRAP_UP_REASON };
        case 'offline':
            return { Paused: 'true', Reason: OFFLINE_REASON };
    }
}

const countOf = (message: AmiMessage, name: string): number | null => {
    const text = fieldOf(message, name);
    return /^\d+$/.test(text) ? Number(text) : null;
};
