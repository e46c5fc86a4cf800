import type { Instant } from '../contract/instant.ts';
import { type Database, query } from './database.ts';

/** How far the store knows of a telephony side. */
export interface LastSeen {
    /** The time of the last event. */
    readonly lastEventAt: Instant;
    /** When the oldest call began that is not over; null when all are. */
    readonly oldestOpenAt: Instant | null;
}

/** Those of the events' keys that are stored. */
export async function readStoredKeys(database: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await query<{ key: string }>(database, {
        name: 'stored-keys',
        text: 'SELECT key FROM call_events WHERE key = ANY($1)',
        values: [keys]
    });
    return new Set(rows.map(({ key }) => key));
}

/** The call that was moved last may have been moved by Salesforce's answer; the last event is among so many. */
const LAST_CHANGED = 200;

/** Null when nothing was ever stored of this telephony side. An earlier time than the last event's is possible. */
export async function readLastSeen(database: Database, source: string): Promise<LastSeen | null> {
    const [row] = await query<{ last: string | null; oldest: string | null }>(database, {
        name: 'last-seen',
        text: `
            WITH changed AS (
                SELECT id FROM calls WHERE source = $1 ORDER BY change_id DESC LIMIT ${LAST_CHANGED}
            )
            SELECT (SELECT max(at) FROM call_events WHERE call_id IN (SELECT id FROM changed)) AS last,
                   (SELECT min(started_at) FROM calls WHERE source = $1 AND ended_at IS NULL) AS oldest`,
        values: [source]
    });
    return row?.last ? { lastEventAt: row.last, oldestOpenAt: row.oldest } : null;
}
