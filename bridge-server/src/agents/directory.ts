import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Agent } from '../contract/agentApi.ts';
import type { Instant } from '../contract/instant.ts';
import type { Directory } from '../contract/presence.ts';
import type { KnownAgent } from './presenceKeeper.ts';

interface DirectoryOptions {
    /** Every active user of the org who has an extension. */
    readonly listUsers: () => Promise<readonly { readonly extension: string; readonly name: string }[]>;
    /** Everybody who ever signed in. */
    readonly everybody: () => readonly KnownAgent[];
    /** Since when each agent who is on a call is. */
    readonly onCallSince: () => Promise<ReadonlyMap<string, Instant>>;
    /** The queues of the telephony sides. */
    readonly queues: () => Promise<Directory['queues']>;
    readonly log: Logger;
    readonly patienceMs?: number;
}

type DirectoryAgent = Directory['agents'][number];

/** An agent who looks for a colleague has a customer waiting: so long the org and the PBX may take. */
const PATIENCE_MS = 3_000;
const byName = new Intl.Collator('pt-BR', { numeric: true, sensitivity: 'base' });

/**
 * To whom a call can be handed. When Salesforce does not answer: those who signed in before; when a telephony side does
 * not: no queues.
 */
export function createDirectory({
    listUsers,
    everybody,
    onCallSince,
    queues,
    log,
    patienceMs = PATIENCE_MS
}: DirectoryOptions) {
    async function inTime<T>(what: string, answer: Promise<T>): Promise<T | null> {
        const patience = new AbortController();
        const late = wait(patienceMs, null, { signal: patience.signal }).then(() => {
            throw new Error(`No answer within ${patienceMs} ms`);
        });
        try {
            return await Promise.race([answer, late]);
        } catch (error) {
            log.warn({ err: error, what }, 'The directory is incomplete');
            return null;
        } finally {
            patience.abort();
            late.catch(() => undefined);
        }
    }

    return async (asker: Agent): Promise<Directory> => {
        const [users, onCall, allQueues] = await Promise.all([
            inTime('users', listUsers()),
            onCallSince(),
            inTime('queues', queues())
        ]);
        const signedIn = new Map(everybody().map((agent) => [agent.extension, agent]));
        const colleagues = [...(users ?? signedIn.values())].filter(({ extension }) => extension !== asker.extension);
        return {
            agents: colleagues
                .map(({ extension, name }) => ({
                    extension,
                    name,
                    ...stateOf(signedIn.get(extension) ?? null, onCall.get(extension) ?? null)
                }))
                .toSorted((a, b) => byName.compare(a.name, b.name)),
            queues: (allQueues ?? []).toSorted((a, b) => byName.compare(a.name, b.name))
        };
    };
}

/** A call says more than a wrap-up, and that more than what was chosen; who never signed in takes no calls. */
function stateOf(
    agent: KnownAgent | null,
    onCallSince: Instant | null
): Pick<DirectoryAgent, 'state' | 'reason' | 'since'> {
    if (onCallSince !== null) return { state: 'onCall', reason: null, since: onCallSince };
    if (!agent) return { state: 'offline', reason: null, since: null };
    const { state, reason, since, wrapUp } = agent.presence;
    if (wrapUp) return { state: 'wrapUp', reason: null, since: wrapUp.since };
    return { state, reason, since };
}
