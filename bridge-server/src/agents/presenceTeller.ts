import type { Logger } from 'pino';
import type { Presence, PresenceRequest } from '../contract/presence.ts';

/** What a telephony side's queues need to know of an agent. */
export type Availability = PresenceRequest | { readonly state: 'wrapUp' };

interface PresenceTellerOptions {
    /** The agent's presence as it is now; null for one who is not known. */
    readonly presenceOf: (extension: string) => Presence | null;
    /** Tells the telephony sides; rejects while one of them cannot be told. */
    readonly tell: (extension: string, availability: Availability) => Promise<void>;
    readonly retryMs?: number;
    readonly log: Logger;
}

const RETRY_MS = 5_000;
/** What the PBX's reports show as the reason of a pause that the agent did not choose. */
const AUTOMATIC_REASON = 'Chamadas não atendidas';

/**
 * Keeps the telephony sides informed of who takes calls. An agent is told of as they are when it is told, so what comes
 * late is never old; while a side is away it is told again and again, and nobody waits for that.
 */
export function createPresenceTeller({ presenceOf, tell, retryMs = RETRY_MS, log }: PresenceTellerOptions) {
    const told = new Map<string, string>();
    const underWay = new Map<string, Promise<void>>();
    const untold = new Set<string>();
    let retry: NodeJS.Timeout | undefined;
    let isStopped = false;

    function changed(extension: string): void {
        if (isStopped || underWay.has(extension) || newsOf(extension) === null) return;
        underWay.set(extension, bringUpToDate(extension));
    }

    /** What the sides have not been told of this agent. */
    function newsOf(extension: string): Availability | null {
        const presence = presenceOf(extension);
        const availability = presence && availabilityOf(presence);
        return told.get(extension) === JSON.stringify(availability) ? null : availability;
    }

    /** Until the sides know what is so when they have been told. */
    async function bringUpToDate(extension: string): Promise<void> {
        try {
            for (let news = newsOf(extension); news && !isStopped; news = newsOf(extension)) {
                await tell(extension, news);
                told.set(extension, JSON.stringify(news));
            }
            untold.delete(extension);
        } catch (error) {
            told.delete(extension);
            retryLater(extension, error);
        } finally {
            // in the moment in which nothing is new, so that whatever comes next is told anew
            underWay.delete(extension);
        }
    }

    function retryLater(extension: string, error: unknown): void {
        if (isStopped) return;
        if (untold.size === 0)
            log.warn({ err: error }, 'A telephony side cannot be told who takes calls; it is retried');
        untold.add(extension);
        retry ??= setTimeout(() => {
            retry = undefined;
            for (const each of untold) changed(each);
        }, retryMs);
    }

    return {
        /** Tells what is new of this agent, if anything is. */
        changed,
        /** Resolves once nothing is being told. */
        async stop(): Promise<void> {
            isStopped = true;
            clearTimeout(retry);
            await Promise.all(underWay.values());
        }
    };
}

/** An agent who chose not to take calls stays so during a wrap-up, and after it. */
function availabilityOf({ state, reason, wrapUp }: Presence): Availability {
    if (state === 'offline') return { state };
    if (state === 'paused') return { state, reason: reason ?? AUTOMATIC_REASON };
    return wrapUp ? { state: 'wrapUp' } : { state };
}
