import type { Retried } from '../../contract/adminApi.ts';
import type { Instant } from '../../contract/instant.ts';
import type {
    AdminRecording,
    AdminRecordingsQuery,
    LegalHold,
    RecordingCounts,
    RecordingState
} from '../../contract/recordingsAdmin.ts';
import { type Database, query } from '../database.ts';

/** How a recording stands. What to do about a failure, and how long it is kept, is not the store's to say. */
export interface StoredRecording extends Omit<AdminRecording, 'advice' | 'keptUntil'> {
    /**
     * From when on its time is counted: when the call ended; when it was told, until that is known or where it would be
     * more than a week before.
     */
    readonly keptSince: Instant;
}

interface StoredRow {
    id: string;
    call_id: string;
    protocol: string;
    part: number;
    state: RecordingState;
    name: string;
    format: string;
    ended_at: string | null;
    kept_since: string;
    source: string | null;
    bytes: number | null;
    sha256: string | null;
    whole: boolean | null;
    attempts: number;
    next_try_at: string | null;
    failed_code: string | null;
    last_error: string | null;
    hold: LegalHold | null;
    deletion_at: string | null;
    deletion_kind: string | null;
    deletion_reason: string | null;
    deletion_by: string | null;
    /** Where the row stands in its list: microseconds, which the driver's instants would cut off. */
    place: number;
}

const CONDITIONS: Readonly<Record<RecordingState, string>> = {
    waiting: 'recordings.due_at IS NOT NULL',
    failed: 'recordings.failed_at IS NOT NULL',
    stored: 'deletion_at IS NULL AND copied_at IS NOT NULL',
    deleted: 'deletion_at IS NOT NULL'
};

const SELECT = `
    SELECT recordings.id, call_id, protocol, part, name, format, ended_at, kept_since, recordings.source, bytes, sha256, whole,
        recordings.attempts, recordings.failed_code, recordings.last_error, deletion_at, deletion_kind, deletion_reason, deletion_by,
        CASE WHEN deletion_at IS NOT NULL THEN 'deleted' WHEN recordings.failed_at IS NOT NULL THEN 'failed'
             WHEN recordings.due_at IS NOT NULL THEN 'waiting' ELSE 'stored' END AS state,
        CASE WHEN recordings.lease_owner IS NULL THEN recordings.due_at END AS next_try_at,
        (SELECT jsonb_build_object('since', since, 'by', by, 'reason', reason) FROM recording_holds AS hold
            WHERE hold.call_id = recordings.call_id) AS hold,
        (extract(epoch FROM kept_since) * 1000000)::bigint AS place
    FROM recordings JOIN calls ON calls.id = call_id`;

const list = (conditions: readonly string[]): string => `
    ${SELECT}
    WHERE ${['true', ...conditions].join(' AND ')}
        AND ($2::float8 IS NULL OR (kept_since, recordings.id) < (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid))
    ORDER BY kept_since DESC, recordings.id DESC LIMIT $1`;

const IS_HELD = 'call_id IN (SELECT hold.call_id FROM recording_holds AS hold)';

const FIND = `
    WITH call AS (SELECT id FROM calls WHERE lower(protocol) = lower($1))
    SELECT found.* FROM call LEFT JOIN (${SELECT}) AS found ON found.call_id = call.id ORDER BY found.part`;

const RETRY = `
    WITH call AS (
        SELECT id FROM calls WHERE lower(protocol) = lower($1)
    ), retried AS (
        UPDATE recordings SET failed_at = NULL, due_at = now(), attempts = 0 FROM call
        WHERE call_id = call.id AND (recordings.failed_at IS NOT NULL OR recordings.due_at > now() AND recordings.lease_owner IS NULL)
        RETURNING recordings.id
    )
    SELECT (SELECT count(*) FROM retried) AS retried FROM call`;

/** Whichever is locked is being retried, told anew or deleted by somebody else. */
const RETRY_ALL = `
    WITH failed AS (
        SELECT id FROM recordings
        WHERE (failed_at IS NOT NULL OR due_at > now() AND lease_owner IS NULL) AND ($1::text IS NULL OR failed_code = $1)
        FOR UPDATE SKIP LOCKED
    ), retried AS (
        UPDATE recordings SET failed_at = NULL, due_at = now(), attempts = 0 FROM failed WHERE recordings.id = failed.id
        RETURNING recordings.id
    )
    SELECT count(*) AS due, now() AS at FROM retried`;

const COUNTS = `
    SELECT
        (SELECT count(*) FROM recordings WHERE due_at IS NOT NULL) AS waiting,
        (SELECT count(*) FROM recordings WHERE failed_at IS NOT NULL) AS failed,
        kept.stored, kept.bytes,
        (SELECT count(*) FROM recordings WHERE deletion_at IS NOT NULL) AS deleted,
        (SELECT extract(epoch FROM now() - min(told_at))::float8 FROM recordings WHERE due_at IS NOT NULL) AS "oldestWaitingSeconds"
    FROM (SELECT count(copied_at) AS stored, coalesce(sum(bytes), 0)::bigint AS bytes FROM recordings WHERE deletion_at IS NULL) AS kept`;

/** What the people who run the bridge see of recordings, and trying again what failed. */
export function createRecordingAdministration(database: Database) {
    return {
        /** One page, the calls that ended last first; `next` is the `after` of the one that follows, null when none does. */
        async list({ state, held, limit, after }: AdminRecordingsQuery): Promise<StoredRecordings> {
            const { place = null, id = null } = /^(?<place>\d+)_(?<id>[0-9a-f-]{36})$/.exec(after ?? '')?.groups ?? {};
            const conditions = [...(state ? [CONDITIONS[state]] : []), ...(held ? [IS_HELD] : [])];
            const rows = await query<StoredRow>(database, { text: list(conditions), values: [limit + 1, place, id] });
            const page = rows.slice(0, limit);
            const last = page.at(-1);
            return {
                recordings: page.map(fromRow),
                next: last && rows.length > limit ? `${last.place}_${last.id}` : null
            };
        },

        /** The recordings of one call, in the order in which they were told; null when there is no such call. */
        async ofProtocolForAdmin(protocol: string): Promise<StoredRecording[] | null> {
            const rows = await query<StoredRow | Record<keyof StoredRow, null>>(database, {
                name: 'recordings-find',
                text: FIND,
                values: [protocol]
            });
            return rows.length === 0 ? null : rows.filter((row) => row.id !== null).map(fromRow);
        },

        /** Makes the call's recordings that failed, or are tried again later, due now. Resolves to their number; null when there is no such call. */
        async retry(protocol: string): Promise<number | null> {
            const [row] = await query<{ retried: number }>(database, {
                name: 'recordings-retry',
                text: RETRY,
                values: [protocol]
            });
            return row?.retried ?? null;
        },

        /** The same of all recordings, or of those with this code. */
        async retryAll({ code = null }: { readonly code?: string | null | undefined }): Promise<Retried> {
            const [row] = await query<Retried>(database, {
                name: 'recordings-retry-all',
                text: RETRY_ALL,
                values: [code]
            });
            return row as Retried;
        },

        async counts(): Promise<RecordingCounts> {
            const [row] = await query<RecordingCounts>(database, { name: 'recordings-count', text: COUNTS });
            return row as RecordingCounts;
        }
    };
}

interface StoredRecordings {
    readonly recordings: StoredRecording[];
    readonly next: string | null;
}

const fromRow = (row: StoredRow): StoredRecording => ({
    callId: row.call_id,
    protocol: row.protocol,
    part: row.part,
    state: row.state,
    name: row.name,
    format: row.format,
    endedAt: row.ended_at,
    keptSince: row.kept_since,
    source: row.source,
    bytes: row.bytes,
    sha256: row.sha256,
    whole: row.whole,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    code: row.failed_code,
    lastError: row.last_error,
    hold: row.hold && { ...row.hold, since: new Date(row.hold.since).toISOString() },
    deleted: row.deletion_at === null ? null : deletedFromRow(row, row.deletion_at)
});

const deletedFromRow = ({ deletion_reason, deletion_kind, deletion_by }: StoredRow, at: Instant) => ({
    at,
    why: deletion_reason ?? deletion_kind ?? '',
    by: deletion_by ?? ''
});
