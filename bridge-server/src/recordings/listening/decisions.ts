import { LRUCache } from 'lru-cache';
import type { HeardRecording, ListeningRequest } from '../../calls/listening.ts';
import type { KnownListener } from './auditNotes.ts';

/** That this credential hears this recording. */
export interface Decision {
    readonly kind: 'audio';
    readonly listener: KnownListener;
    readonly recordingId: string;
    readonly protocol: string;
    readonly part: number;
    readonly audio: HeardRecording;
}

const REMEMBERED_MS = 60_000;
/** Each holds a ticket or a cookie of up to two kilobytes. */
const MAX_REMEMBERED = 5_000;

/**
 * What was decided within the last minute. A player that seeks asks for the same recording again and again: it is
 * answered without asking the database, Salesforce or a cipher.
 */
export function createDecisions(now: () => Date) {
    const remembered = new LRUCache<string, Decision>({
        max: MAX_REMEMBERED,
        ttlResolution: 0,
        perf: { now: () => now().getTime() }
    });
    return {
        find: (request: ListeningRequest): Decision | undefined => remembered.get(keyOf(request)),
        remember(request: ListeningRequest, decision: Decision, expiresAt: Date): void {
            const ttl = Math.min(REMEMBERED_MS, expiresAt.getTime() - now().getTime());
            if (ttl > 0) remembered.set(keyOf(request), decision, { ttl });
        },
        forget: (request: ListeningRequest): void => void remembered.delete(keyOf(request))
    };
}

/** No protocol that was found holds a blank. */
const keyOf = ({ protocol, part, credential: { kind, text } }: ListeningRequest): string =>
    `${protocol} ${part ?? ''} ${kind} ${text}`;
