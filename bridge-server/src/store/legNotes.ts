import type { LegNote } from '../calls/call.ts';
import { type Database, query } from './database.ts';

/** The call counts as moved, so that who is working on it looks at it again. */
const WRITE = `
    WITH noted AS (
        UPDATE legs SET note = $3::jsonb WHERE call_id = $1 AND id = $2 AND note IS DISTINCT FROM $3::jsonb RETURNING call_id
    )
    UPDATE calls SET version = version + 1, change_id = nextval('call_changes'), due_at = least(due_at, now()), failed_at = NULL
    FROM noted WHERE calls.id = noted.call_id
    RETURNING pg_notify('calls', change_id || ' ' || id)`;

/** Stores what an agent wrote down about their part of a call. The last one told stays. */
export function createLegNotes(database: Database) {
    return async (callId: string, legId: string, note: LegNote | null): Promise<void> => {
        const values = [callId, legId, note && JSON.stringify(note)];
        await query(database, { name: 'write-note', text: WRITE, values });
    };
}
