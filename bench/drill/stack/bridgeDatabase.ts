import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase, query } from '../../../bridge-server/src/store/database.ts';
import type { Known } from '../calls/recordedCall.ts';
import type { PostgresAddress } from './postgresServer.ts';

/** What the drill reads in the bridge's own database. Every question waits until PostgreSQL answers. */
export interface BridgeDatabase {
    /** Resolves once the bridge knows it; false when it does not come to know. */
    knows(known: Known, limitMs: number): Promise<boolean>;
    calls(): Promise<StoredCall[]>;
    recordings(): Promise<StoredRecording[]>;
    progress(): Promise<Progress>;
    caseOf(callId: string): Promise<string | null>;
    /** What the bridge was told of a call, in its order: a line for each event. */
    journalOf(callId: string): Promise<string[]>;
    close(): Promise<void>;
}

export interface Progress {
    /** Calls that have ended. */
    readonly over: number;
    /** Calls of which Salesforce lacks something, or may. */
    readonly unfinished: number;
    /** Recordings on their way into the bridge's store. */
    readonly uncopied: number;
}

/** What the bridge knows of a recording. */
export interface StoredRecording {
    readonly callId: string;
    readonly name: string;
    readonly format: string;
    /** Of the copy, relative to the bridge's store; null: there is none. */
    readonly file: string | null;
    readonly sha256: string | null;
    /** Why there is none. */
    readonly error: string | null;
}

export interface StoredCall {
    readonly id: string;
    readonly protocol: string;
    readonly isOver: boolean;
    /** Salesforce's words, when it refused the call for good. */
    readonly refusal: string | null;
}

const KNOWN = `
    SELECT 'call ' || id AS name FROM calls WHERE id = ANY($1)
    UNION ALL SELECT 'leg ' || id FROM legs WHERE id = ANY($2) AND answered_at IS NOT NULL`;
const nameOf = (known: Known): string => ('legServed' in known ? `leg ${known.legServed}` : `call ${known.callBegan}`);

const CONNECTIONS = 2;
const POLL_MS = 150;
const RETRY_MS = 200;

const CALLS = `
    SELECT id, protocol, ended_at IS NOT NULL AS "isOver", CASE WHEN failed_at IS NOT NULL THEN last_error END AS refusal
    FROM calls`;
const JOURNAL = `
    SELECT concat_ws(' ', at, type, body ->> 'legId', body ->> 'kind', body ->> 'reason', '(stored ' || stored_at || ')') AS line
    FROM call_events WHERE call_id = $1 ORDER BY seq`;
const PROGRESS = `
    SELECT count(*) FILTER (WHERE ended_at IS NOT NULL)::int AS over,
        count(*) FILTER (WHERE due_at IS NOT NULL OR lease_owner IS NOT NULL)::int AS unfinished,
        (SELECT count(*) FROM recordings WHERE copied_at IS NULL AND failed_at IS NULL)::int AS uncopied
    FROM calls`;
const RECORDINGS = `
    SELECT call_id AS "callId", name, format, file, sha256, concat_ws(' ', failed_code, last_error) AS error
    FROM recordings ORDER BY call_id, part`;

/** @param signal aborted: nothing is asked again */
export function createBridgeDatabase(address: PostgresAddress, signal: AbortSignal): BridgeDatabase {
    const database = openDatabase(address, CONNECTIONS);
    const awaited = new Map<string, () => void>();
    let polling: Promise<void> | null = null;

    async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
        for (;;) {
            try {
                return await query<Row>(database, { text, values });
            } catch (error) {
                if (signal.aborted) throw error;
                await wait(RETRY_MS, undefined, { signal });
            }
        }
    }

    /** One question for all that is awaited. */
    async function poll(): Promise<void> {
        while (awaited.size > 0 && !signal.aborted) {
            const names = [...awaited.keys()];
            const idsOf = (prefix: string) =>
                names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
            const known = await ask<{ name: string }>(KNOWN, [idsOf('call '), idsOf('leg ')]);
            for (const { name } of known) awaited.get(name)?.();
            await wait(POLL_MS);
        }
    }

    return {
        async knows(asked, limitMs) {
            const name = nameOf(asked);
            const known = new Promise<true>((resolve) => awaited.set(name, () => resolve(true)));
            polling ??= poll()
                .catch(() => undefined)
                .finally(() => (polling = null));
            const limit = new AbortController();
            try {
                return await Promise.race([known, wait(limitMs, false as const, { signal: limit.signal })]);
            } finally {
                limit.abort();
                awaited.delete(name);
            }
        },
        calls: () => ask<StoredCall>(CALLS),
        recordings: () => ask<StoredRecording>(RECORDINGS),
        progress: async () => (await ask<Progress>(PROGRESS))[0] ?? { over: 0, unfinished: 0, uncopied: 0 },
        caseOf: async (callId) =>
            (await ask<{ case_id: string | null }>('SELECT case_id FROM calls WHERE id = $1', [callId]))[0]?.case_id ??
            null,
        journalOf: async (callId) => (await ask<{ line: string }>(JOURNAL, [callId])).map(({ line }) => line),
        close: () => database.end()
    };
}
