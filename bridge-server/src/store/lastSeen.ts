import type { Instant } from '../contract/instant.ts';
import { type Database, query } from './database.ts';

/** How far the store knows of a telephony side. */
export interface LastSeen {
    /** Everything up to then is stored: as was noted, else the time of the last event. */
    readonly knownUntil: Instant;
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

/** Notes that everything a telephony side did up to then is stored. What was noted before is not taken back. */
export async function noteKnownUntil(database: Database, source: string, at: Instant): Promise<void> {
    await query(database, {
        name: 'note-known-until',
        text: `INSERT INTO known_until AS known (source, at) VALUES ($1, $2)
               ON CONFLICT (source) DO UPDATE SET at = greatest(known.at, excluded.at)`,
        values: [source, at]
    });
}

/** The call that was moved last may have been moved by Salesforce's answer; the last event is among so many. */
const LAST_CHANGED = 200;

/** Null when nothing was ever stored of this telephony side. An earlier time than the last event's is possible. */
export async function readLastSeen(database: Database, source: string): Promise<LastSeen | null> {
    const [row] = await query<{ known: string | null; oldest: string | null }>(database, {
        name: 'last-seen',
        text: `
            WITH changed AS (
                SELECT id FROM calls WHERE source = $1 ORDER BY change_id DESC LIMIT ${LAST_CHANGED}
            )
            SELECT coalesce((SELECT at FROM known_until WHERE source = $1),
                            (SELECT max(at) FROM call_events WHERE call_id IN (SELECT id FROM changed))) AS known,
                   (SELECT min(started_at) FROM calls WHERE source = $1 AND ended_at IS NULL) AS oldest`,
        values: [source]
    });
    return row?.known ? { knownUntil: row.known, oldestOpenAt: row.oldest } : null;
}
