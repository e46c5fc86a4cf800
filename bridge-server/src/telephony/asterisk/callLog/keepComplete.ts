import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CallEvent } from '../../../contract/callEvent.ts';
import type { Instant } from '../../../contract/instant.ts';
import type { AgentOf } from '../agentPhone.ts';
import type { AmiConnection } from '../amiConnection.ts';
import { fieldOf } from '../amiMessage.ts';
import type { AsteriskSnapshot } from '../asteriskSnapshot.ts';
import { timeOf } from '../translateEvent.ts';
import type { CallLog } from './callLog.ts';
import { catchUp, type CatchUpOptions } from './catchUp.ts';
import type { LastSeen } from './catchUpWindow.ts';

/** Where the calls can be read that nobody saw, and how far they are known. */
export interface MissedCalls {
    readonly callLog: CallLog;
    /** What is stored of this side. */
    readonly lastSeen: (source: string) => Promise<LastSeen>;
    readonly storedKeys: CatchUpOptions['storedKeys'];
    /** Notes that everything up to then is stored. */
    readonly noteKnownUntil: (source: string, at: Instant) => Promise<void>;
}

interface KeepCompleteOptions {
    readonly missed: MissedCalls;
    readonly source: string;
    readonly agentOf: AgentOf;
    /** Takes what the log tells; awaited, so that it can make the log wait. */
    readonly recovered: (event: CallEvent, snapshot: AsteriskSnapshot) => Promise<void>;
    /** Told how far everything is known, by the clock of the PBX, behind everything that was told before. */
    readonly knownUntil: (at: Instant) => void;
    /** How long until the log is tried again, and between two notes of how far everything is known. */
    readonly intervalMs: number;
    readonly log: Logger;
    readonly signal: AbortSignal;
}

/**
 * Sees to it that nothing is missed for good: a log that could not be read is read again while the connection lasts,
 * and only then does what is known reach up to the present.
 */
export function createKeepComplete(options: KeepCompleteOptions) {
    const { missed, source, agentOf, recovered, knownUntil, intervalMs, log, signal } = options;

    async function lastSeen(): Promise<LastSeen> {
        const seen = await missed.lastSeen(source);
        // until the log is read, what is stored of later events must not move it
        if (seen) await missed.noteKnownUntil(source, seen.knownUntil);
        return seen;
    }

    const readLog = (snapshot: AsteriskSnapshot, over: Partial<CatchUpOptions>): Promise<boolean> =>
        catchUp({
            ...{ callLog: missed.callLog, storedKeys: missed.storedKeys, agentOf, log, signal },
            lastSeen,
            deliver: (event) => recovered(event, snapshot),
            snapshot: {
                takenAt: snapshot.takenAt,
                linkedids: new Set(snapshot.channels.map((channel) => fieldOf(channel, 'Linkedid')))
            },
            ...over
        });

    async function follow(connection: AmiConnection, snapshot: AsteriskSnapshot, wasRead: boolean): Promise<void> {
        const over = new AbortController();
        void connection.closed.then(() => over.abort());
        const ended = AbortSignal.any([signal, over.signal]);
        let isComplete = wasRead;
        if (!isComplete) await pause(ended);
        while (!ended.aborted) {
            try {
                isComplete ||= await readLog(snapshot, { isLate: true, signal: ended });
                const at = isComplete ? timeOf(await connection.request({ Action: 'Ping' })) : null;
                if (at !== null && !ended.aborted) knownUntil(at);
            } catch (error) {
                if (!ended.aborted) log.debug({ err: error }, 'how far the calls of the PBX are known is not noted');
            }
            await pause(ended);
        }
    }

    const pause = (ended: AbortSignal): Promise<void> =>
        wait(intervalMs, undefined, { signal: ended }).catch(() => undefined);

    return {
        /**
         * Tells what was missed before the snapshot.
         *
         * @returns to be called once the snapshot is told, for as long as the connection lasts
         */
        async tellMissed(connection: AmiConnection, snapshot: AsteriskSnapshot): Promise<() => void> {
            const wasRead = await readLog(snapshot, {});
            return () => void follow(connection, snapshot, wasRead);
        }
    };
}
