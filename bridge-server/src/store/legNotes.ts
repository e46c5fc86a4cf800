import type { LegNote } from '../calls/call.ts';
import { type Database, query } from './database.ts';

/**
 * The call counts as moved, so that who is working on it looks at it again. It is due when the leg has a Task: otherwise
 * the note waits for that, and whatever else the call waits for is not hurried. The call is locked before its leg, as
 * everybody does who changes both, or they would wait for each other.
 */
const WRITE = `
    WITH locked AS (
        SELECT id FROM calls WHERE id = $1 FOR UPDATE
    ), noted AS (
        UPDATE legs SET note = $3::jsonb FROM locked
        WHERE call_id = locked.id AND legs.id = $2 AND note IS DISTINCT FROM $3::jsonb
        RETURNING call_id, task_id IS NOT NULL AS has_task
    )
    UPDATE calls SET version = version + 1, change_id = nextval('call_changes'),
        due_at = CASE WHEN has_task THEN least(due_at, now()) ELSE due_at END,
        failed_at = CASE WHEN has_task THEN NULL ELSE failed_at END
    FROM noted WHERE calls.id = noted.call_id
    RETURNING pg_notify('calls', change_id || ' ' || id)`;

/** Stores what an agent wrote down about their part of a call. The last one told stays. */
export function createLegNotes(database: Database) {
    return async (callId: string, legId: string, note: LegNote | null): Promise<void> => {
        const values = [callId, legId, note && JSON.stringify(note)];
        await query(database, { name: 'write-note', text: WRITE, values });
    };
}
