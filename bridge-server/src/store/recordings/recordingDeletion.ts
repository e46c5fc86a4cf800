import type { DeletingRecording } from '../../calls/recording.ts';
import type { NewAuditEntry } from '../../calls/recordingAudit.ts';
import type { Instant } from '../../contract/instant.ts';
import type { HoldRequest } from '../../contract/recordingsAdmin.ts';
import { type Database, query, transaction } from '../database.ts';
import { auditStatement } from './recordingAudit.ts';
import { deletingFromRow, type DeletingRow } from './recordingRows.ts';

const IS_HELD = 'EXISTS (SELECT FROM recording_holds AS hold WHERE hold.call_id = recordings.call_id)';

/** Read once the decision is committed: of two that share their audio and are decided on at one moment one sees the other's. */
const SELECT = `
    SELECT recordings.id, recordings.call_id, part, name, format, url, calls.protocol, deletion_kind, file, bytes,
        recordings.source, to_char(calls.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
        EXISTS (SELECT FROM recordings AS other
            WHERE other.name = recordings.name AND other.format = recordings.format AND other.deletion_at IS NULL) AS is_shared
    FROM recordings JOIN calls ON calls.id = call_id
    WHERE deletion_at IS NOT NULL AND deleted_at IS NULL`;

/**
 * Locks recordings whose time is over, and their calls, so that no hold is set until it is decided. Whoever has one of
 * them locked is not waited for.
 */
const LOCK_OVER = `
    SELECT recordings.id FROM recordings JOIN calls ON calls.id = call_id
    WHERE deletion_at IS NULL AND kept_since < $1 AND recordings.lease_owner IS NULL AND NOT ${IS_HELD}
    ORDER BY kept_since, recordings.id LIMIT $2 FOR UPDATE OF recordings, calls SKIP LOCKED`;

/** A statement of its own: the one that locks a call may not see the hold that was set just before. */
const DECIDE_RETENTION = `
    UPDATE recordings SET deletion_kind = 'retention', deletion_by = 'retention', deletion_at = now(), due_at = NULL, failed_at = NULL
    WHERE id = ANY($1) AND NOT ${IS_HELD}
    RETURNING id`;

const DECIDED = `${SELECT} AND recordings.id = ANY($1) ORDER BY kept_since, recordings.id`;

/** Of a call whose version is another, whoever tells a recording of it now reads first that it is erased. */
const LOCK_CALL = 'UPDATE calls SET version = version + 1 WHERE lower(protocol) = lower($1) RETURNING id, protocol';

const READ_HOLD = 'SELECT call_id FROM recording_holds WHERE call_id = $1';

/**
 * Whoever copies one now loses the claim, and removes the copy when told so. `lease_until` stays: for so long one that
 * is killed before may still leave something.
 */
const DECIDE_ERASURE = `
    UPDATE recordings SET deletion_kind = 'erased', deletion_by = $2, deletion_reason = $3, deletion_at = now(),
        due_at = NULL, failed_at = NULL, lease_owner = NULL
    WHERE call_id = $1 AND deletion_at IS NULL
    RETURNING id`;

const UNFINISHED_OF_CALL = `${SELECT} AND call_id = $1 ORDER BY part`;

const UNFINISHED = `${SELECT} AND deletion_at <= now() - $2 * interval '1 ms' ORDER BY deletion_at, recordings.id LIMIT $1`;

/** The address may let in whoever knows it, and the peaks are made of the audio. What else is known says what was deleted. */
const DONE = `
    UPDATE recordings SET deleted_at = now(), url = NULL, peaks = NULL, partial_source = NULL, partial_version = NULL
    WHERE id = $1 AND deletion_at IS NOT NULL AND deleted_at IS NULL AND coalesce(lease_until < now(), true)
    RETURNING id`;

const COUNT_HELD = `
    SELECT count(*) AS held FROM recordings JOIN recording_holds USING (call_id) WHERE deletion_at IS NULL AND kept_since < $1`;

/** Deleting recordings: decided here first, then the files go, then it is done. Nothing of a held call is ever decided on. */
export function createRecordingDeletion(database: Database) {
    const read = async (name: string, text: string, values: unknown[]): Promise<DeletingRecording[]> =>
        (await query<DeletingRow>(database, { name, text, values })).map(deletingFromRow);

    return {
        /** Decides on recordings of calls that ended before, the oldest first; none that is being copied. */
        async decideRetention(endedBefore: Instant, limit: number): Promise<DeletingRecording[]> {
            const decided = await transaction(database, async (run) => {
                const over = await run<{ id: string }>({
                    name: 'deletion-lock-over',
                    text: LOCK_OVER,
                    values: [endedBefore, limit]
                });
                if (over.length === 0) return [];
                return run<{ id: string }>({
                    name: 'deletion-retention',
                    text: DECIDE_RETENTION,
                    values: [over.map(({ id }) => id)]
                });
            });
            if (decided.length === 0) return [];
            return read('deletion-decided', DECIDED, [decided.map(({ id }) => id)]);
        },

        /**
         * Decides on all recordings of a call, also on those that are not copied yet, and notes in the audit who asked
         * for it. Resolves to all that are still to go, also when that was decided before. Null: there is no such call.
         */
        async decideErasure(protocol: string, request: ErasureRequest): Promise<DeletingRecording[] | 'held' | null> {
            const erased = await transaction(database, async (run) => {
                const [call] = await run<{ id: string; protocol: string }>({
                    name: 'deletion-lock-call',
                    text: LOCK_CALL,
                    values: [protocol]
                });
                if (!call) return null;
                const held = await run({ name: 'deletion-read-hold', text: READ_HOLD, values: [call.id] });
                if (held.length > 0) return 'held';
                const decided = await run<{ id: string }>({
                    name: 'deletion-erasure',
                    text: DECIDE_ERASURE,
                    values: [call.id, request.by, request.reason]
                });
                if (decided.length > 0) await run(auditStatement(erasedEntry(call.protocol, decided, request)));
                return { callId: call.id };
            });
            if (erased === null || erased === 'held') return erased;
            return read('deletion-unfinished-of-call', UNFINISHED_OF_CALL, [erased.callId]);
        },

        /** Those on which it was decided so long ago and that are not done, the oldest decision first. */
        unfinished: (limit: number, olderThanMs: number): Promise<DeletingRecording[]> =>
            read('deletion-unfinished', UNFINISHED, [limit, olderThanMs]),

        /** The files are gone. Resolves to false when somebody told so before, or when it has to be looked at once more. */
        done: async (id: string): Promise<boolean> =>
            (await query(database, { name: 'deletion-done', text: DONE, values: [id] })).length > 0,

        /** How many recordings of calls that ended before are kept because their call is held. */
        async heldAmong(endedBefore: Instant): Promise<number> {
            const [row] = await query<{ held: number }>(database, {
                name: 'deletion-held',
                text: COUNT_HELD,
                values: [endedBefore]
            });
            return row?.held ?? 0;
        }
    };
}

interface ErasureRequest extends HoldRequest {
    readonly address?: string | null;
    readonly userAgent?: string | null;
}

const erasedEntry = (
    protocol: string,
    decided: readonly { id: string }[],
    { by, reason, address = null, userAgent = null }: ErasureRequest
): NewAuditEntry => ({
    action: 'erased',
    protocol,
    part: null,
    userId: null,
    who: by,
    via: 'admin',
    address,
    userAgent,
    reason,
    once: `erased ${decided
        .map(({ id }) => id)
        .toSorted()
        .join(' ')}`
});
