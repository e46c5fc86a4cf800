import type { ClaimedRecording, FailedCopy, RecordingCopy } from '../../calls/recording.ts';
import { type Database, query } from '../database.ts';
import { LIVE_REPLICAS } from '../replicas.ts';
import { toldFromRow, type ToldRow } from './recordingRows.ts';

/**
 * A PBX closes the file a moment after it told that the call is over, and writes to it for as long as somebody speaks.
 * Of some calls it never tells that they are over, or that an agent left; and its clock may be ahead.
 */
const CLAIM = `
    WITH due AS (
        SELECT recordings.id FROM recordings JOIN calls ON calls.id = call_id
        WHERE recordings.due_at <= now() AND recordings.lease_owner IS NULL
            AND (ended_at <= now() - interval '2 seconds' OR told_at <= now() - interval '6 hours' OR (
                told_at <= now() - interval '15 minutes'
                AND (ended_at IS NOT NULL OR NOT EXISTS (SELECT FROM legs WHERE legs.call_id = calls.id AND legs.ended_at IS NULL))
            ))
        ORDER BY recordings.due_at LIMIT $3 FOR UPDATE OF recordings SKIP LOCKED
    )
    UPDATE recordings AS r
    SET lease_owner = $1, lease_until = clock_timestamp() + $2 * interval '1 ms', attempts = r.attempts + 1
    FROM due, calls WHERE r.id = due.id AND calls.id = r.call_id
    RETURNING r.id, r.call_id, r.part, r.name, r.format, r.url, r.attempts, r.lease_until::text AS lease,
        r.partial_source, r.partial_version, to_char(calls.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
        (extract(epoch FROM now() - greatest(r.told_at, least(calls.ended_at, now()))) * 1000)::bigint AS age_ms, r.due_at`;

/** Whoever decides that a recording is deleted takes its claim away. */
const COMPLETE = `
    UPDATE recordings SET
        source = $4, file = $5, bytes = $6, sha256 = $7, duration_ms = $8, peaks = $9, whole = $10, copied_at = now(),
        due_at = NULL, lease_owner = NULL, lease_until = NULL, last_error = NULL, failed_code = NULL,
        partial_source = NULL, partial_version = NULL
    WHERE id = $1 AND lease_owner = $2 AND lease_until = $3
    RETURNING id`;

/** The answer to a first try may have been lost. */
const IS_COMPLETE = 'SELECT id FROM recordings WHERE id = $1 AND file = $2 AND deletion_at IS NULL';

const FAIL = `
    UPDATE recordings SET
        lease_owner = NULL, lease_until = NULL, failed_code = $4, last_error = $5,
        due_at = now() + $6::float8 * interval '1 ms', failed_at = CASE WHEN $6::float8 IS NULL THEN now() END,
        attempts = CASE WHEN $7 THEN attempts ELSE attempts - 1 END,
        partial_source = $8, partial_version = $9
    WHERE id = $1 AND lease_owner = $2 AND lease_until = $3`;

const REAP = `
    UPDATE recordings SET lease_owner = NULL, lease_until = NULL, due_at = now()
    WHERE lease_owner IS NOT NULL
        AND (lease_until < now() OR (lease_owner <> $1 AND lease_owner NOT IN (${LIVE_REPLICAS})))
    RETURNING id`;

interface ClaimedRow extends ToldRow {
    attempts: number;
    lease: string;
    partial_source: string | null;
    partial_version: string | null;
    day: string;
    age_ms: number;
    due_at: string;
}

/**
 * The recordings that are told and not copied, shared fairly between replicas.
 *
 * @param owner the number of this replica, whose advisory lock tells the others that it lives
 */
export function createRecordingQueue(database: Database, owner: number) {
    return {
        /** The oldest first; those of calls that are over, or of whose end nobody tells. */
        async claim(limit: number, leaseMs: number): Promise<ClaimedRecording[]> {
            const rows = await query<ClaimedRow>(database, {
                name: 'recording-claim',
                text: CLAIM,
                values: [owner, leaseMs, limit]
            });
            return rows.toSorted((a, b) => (a.due_at < b.due_at ? -1 : 1)).map(claimedFromRow);
        },

        /** Resolves to whether the copy is noted: the claim was still held, and nobody decided to delete it meanwhile. */
        async complete({ id, lease }: ClaimedRecording, copy: RecordingCopy): Promise<boolean> {
            const { source, file, bytes, sha256, durationMs, whole } = copy;
            const peaks = copy.peaks && JSON.stringify(copy.peaks);
            const completed = await query(database, {
                name: 'recording-complete',
                text: COMPLETE,
                values: [id, owner, lease, source, file, bytes, sha256, durationMs, peaks, whole]
            });
            if (completed.length > 0) return true;
            const noted = await query(database, {
                name: 'recording-is-complete',
                text: IS_COMPLETE,
                values: [id, file]
            });
            return noted.length > 0;
        },

        /** Whoever lost the claim meanwhile changes nothing. */
        async fail({ id, lease }: ClaimedRecording, failure: FailedCopy): Promise<void> {
            const { code, message, retryInMs, countsAsAttempt, partial } = failure;
            await query(database, {
                name: 'recording-fail',
                text: FAIL,
                values: [
                    id,
                    owner,
                    lease,
                    code,
                    message,
                    retryInMs,
                    countsAsAttempt,
                    partial?.source ?? null,
                    partial?.version ?? null
                ]
            });
        },

        /** Frees what dead replicas held. Resolves to the number of recordings freed. */
        async reap(): Promise<number> {
            return (await query(database, { name: 'recording-reap', text: REAP, values: [owner] })).length;
        }
    };
}

const claimedFromRow = (row: ClaimedRow): ClaimedRecording => ({
    ...toldFromRow(row),
    attempt: row.attempts,
    lease: row.lease,
    partial: row.partial_source === null ? null : { source: row.partial_source, version: row.partial_version },
    day: row.day,
    ageMs: row.age_ms
});
