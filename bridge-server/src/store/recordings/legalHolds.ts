import type { HoldRequest, LegalHold } from '../../contract/recordingsAdmin.ts';
import { type Database, query } from '../database.ts';
import { holdFromRow, type HoldRow } from './recordingRows.ts';

/**
 * Locks the call as who decides on deleting its recordings does: of two at one moment one comes after the other. A hold
 * that is there stays as it is.
 */
const HOLD = `
    WITH held AS (SELECT id FROM calls WHERE lower(protocol) = lower($1) FOR UPDATE)
    INSERT INTO recording_holds AS hold (call_id, by, reason) SELECT id, $2, $3 FROM held
    ON CONFLICT (call_id) DO UPDATE SET by = hold.by
    RETURNING hold.*, xmax = 0 AS is_new`;

const RELEASE = `
    WITH call AS (
        SELECT id FROM calls WHERE lower(protocol) = lower($1)
    ), released AS (
        DELETE FROM recording_holds USING call WHERE call_id = call.id RETURNING recording_holds.*
    )
    SELECT released.* FROM call LEFT JOIN released ON call_id = call.id`;

const HOLD_OF = `
    SELECT hold.* FROM recording_holds AS hold JOIN calls ON calls.id = call_id WHERE lower(protocol) = lower($1)`;

/** Calls whose recordings must not be deleted. */
export function createLegalHolds(database: Database) {
    return {
        /** Resolves to the hold that is there now, and whether it was set by this; null when there is no such call. */
        async hold(protocol: string, { by, reason }: HoldRequest): Promise<{ hold: LegalHold; isNew: boolean } | null> {
            const [row] = await query<HoldRow & { is_new: boolean }>(database, {
                name: 'recording-hold',
                text: HOLD,
                values: [protocol, by, reason]
            });
            return row ? { hold: holdFromRow(row), isNew: row.is_new } : null;
        },

        /** Null: no call of this protocol is held. */
        async holdOf(protocol: string): Promise<LegalHold | null> {
            const [row] = await query<HoldRow>(database, {
                name: 'recording-hold-of',
                text: HOLD_OF,
                values: [protocol]
            });
            return row ? holdFromRow(row) : null;
        },

        /** Resolves to the hold that was there, if one was; null when there is no such call. */
        async release(protocol: string): Promise<{ hold: LegalHold | null } | null> {
            const [row] = await query<HoldRow | Record<keyof HoldRow, null>>(database, {
                name: 'recording-release',
                text: RELEASE,
                values: [protocol]
            });
            if (!row) return null;
            return { hold: row.since === null ? null : holdFromRow(row) };
        }
    };
}
