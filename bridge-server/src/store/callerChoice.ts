import type { Caller } from '../calls/call.ts';
import { type Database, query } from './database.ts';

/** The call counts as moved, so that who is working on it looks at it again. */
const CHOOSE = `
    UPDATE calls SET caller = $2::jsonb, version = version + 1, change_id = nextval('call_changes'),
        due_at = least(due_at, now()), failed_at = NULL
    WHERE id = $1 AND caller IS NOT DISTINCT FROM $3::jsonb
    RETURNING pg_notify('calls', change_id || ' ' || id)`;

/** Stores who the agent says is calling. Resolves to false when the caller is no longer the one that was chosen from. */
export function createCallerChoice(database: Database) {
    return async (callId: string, from: Caller | null, chosen: Caller): Promise<boolean> => {
        const values = [callId, JSON.stringify(chosen), from && JSON.stringify(from)];
        return (await query(database, { name: 'choose-caller', text: CHOOSE, values })).length > 0;
    };
}
