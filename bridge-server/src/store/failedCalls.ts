import type { Call } from '../calls/call.ts';
import type { AdminCall, AdminCallsQuery, Retried, RetryRequest, SyncCounts } from '../contract/adminApi.ts';
import { type CallRow, callFromRow, legsOf } from './callRows.ts';
import { type Database, query } from './database.ts';

/** How a call stands with Salesforce. What to do about a failure is not the store's to say. */
export type SyncedCall = Omit<AdminCall, 'advice'>;

interface SyncRow {
    id: string;
    protocol: string;
    sync: AdminCall['sync'];
    started_at: string;
    answered_at: string | null;
    ended_at: string | null;
    step: string | null;
    attempts: number;
    failed_at: string | null;
    next_try_at: string | null;
    code: string | null;
    last_error: string | null;
    /** Where the row stands in its list: microseconds, which the driver's instants would cut off. */
    place: number;
}

/** Failures of before `failed_code` was kept have their code in front of Salesforce's words. */
const CODE = `coalesce(failed_code, substring(last_error FROM '^([A-Z][A-Z0-9_]+|invalid_[a-z_]+): '))`;
/** `failed_step` is the step's kind, and after a blank the leg's id if the step is about one leg. */
const STEP_KIND = `split_part(failed_step, ' ', 1)`;
const IS_WAITING = 'due_at IS NOT NULL AND lease_owner IS NULL';

const SYNC_COLUMNS = `
    calls.id, protocol, started_at, ended_at, attempts, failed_at, last_error,
    (SELECT min(legs.answered_at) FROM legs WHERE call_id = calls.id) AS answered_at,
    CASE WHEN failed_at IS NOT NULL THEN 'failed' WHEN lease_owner IS NOT NULL THEN 'underWay'
         WHEN due_at IS NOT NULL THEN 'waiting' ELSE 'complete' END AS sync,
    CASE WHEN ${IS_WAITING} THEN due_at END AS next_try_at,
    CASE WHEN last_error IS NOT NULL THEN failed_step END AS step,
    CASE WHEN last_error IS NOT NULL THEN ${CODE} END AS code`;

const list = (condition: string, place: string, direction: 'ASC' | 'DESC') => `
    SELECT ${SYNC_COLUMNS}, (extract(epoch FROM ${place}) * 1000000)::bigint AS place
    FROM calls
    WHERE ${condition}
        AND ($2::float8 IS NULL
            OR (${place}, id) ${direction === 'ASC' ? '>' : '<'} (timestamptz 'epoch' + $2 * interval '1 microsecond', $3))
        AND ($4::text IS NULL OR ${CODE} = $4) AND ($5::text IS NULL OR ${STEP_KIND} = $5)
    ORDER BY ${place} ${direction}, id ${direction} LIMIT $1`;

/** Neither place changes while a call stays in its list, so no page misses or repeats one. */
const LISTS = {
    failed: list('failed_at IS NOT NULL', 'failed_at', 'DESC'),
    waiting: list('(due_at IS NOT NULL OR lease_owner IS NOT NULL)', 'started_at', 'ASC')
};

const FIND = `
    SELECT calls.*, ${legsOf('calls')}, row_to_json(state) AS state
    FROM calls, LATERAL (SELECT ${SYNC_COLUMNS}, 0 AS place) AS state
    WHERE calls.id = $1 OR calls.protocol = $1`;

/** `last_error` stays until the next outcome: who looks meanwhile sees why the call is tried again. */
const MADE_DUE = `failed_at = NULL, due_at = now(), attempts = 0, skipped_steps = '{}'`;

const RETRY = `
    UPDATE calls SET ${MADE_DUE} WHERE (id = $1 OR protocol = $1) AND failed_at IS NOT NULL RETURNING now() AS at`;

/** Locked in one order, so that two operators who retry everything at once do not wait for each other in a ring. */
const RETRY_ALL = `
    WITH failed AS (
        SELECT id FROM calls
        WHERE failed_at IS NOT NULL AND ($1::text IS NULL OR ${CODE} = $1) AND ($2::text IS NULL OR ${STEP_KIND} = $2)
        ORDER BY id FOR UPDATE
    ), retried AS (
        UPDATE calls SET ${MADE_DUE} FROM failed WHERE calls.id = failed.id RETURNING calls.id
    )
    SELECT count(*) AS due, now() AS at FROM retried`;

/** A call lacks what it lacks since its last event at the latest. */
const COUNTS = `
    SELECT
        (SELECT count(*) FROM calls WHERE failed_at IS NOT NULL) AS failed,
        (SELECT count(*) FROM calls WHERE ${IS_WAITING}) AS waiting,
        (SELECT count(*) FROM calls WHERE lease_owner IS NOT NULL) AS leased,
        (SELECT count(*) FROM calls WHERE ${IS_WAITING} AND last_error IS NOT NULL)
            + (SELECT count(*) FROM calls WHERE lease_owner IS NOT NULL AND last_error IS NOT NULL) AS retrying,
        (SELECT extract(epoch FROM now() - min(told.at))::float8 FROM calls, LATERAL (
            SELECT stored_at AS at FROM call_events WHERE call_id = calls.id ORDER BY seq DESC LIMIT 1
        ) AS told WHERE ${IS_WAITING}) AS "oldestWaitingSeconds"`;

/** What operators see and do of the calls that Salesforce lacks something of. */
export function createFailedCalls(database: Database) {
    return {
        /** One page; `next` is the `after` of the one that follows, null when none does. */
        async list(asked: AdminCallsQuery): Promise<{ calls: SyncedCall[]; next: string | null }> {
            const { sync, limit, after, code = null, step = null } = asked;
            const { place = null, id = null } = /^(?<place>\d+)_(?<id>.+)$/s.exec(after ?? '')?.groups ?? {};
            const values = [limit + 1, place, id, code, step];
            const rows = await query<SyncRow>(database, { name: `sync-list-${sync}`, text: LISTS[sync], values });
            const page = rows.slice(0, limit);
            const last = page.at(-1);
            return { calls: page.map(fromRow), next: last && rows.length > limit ? `${last.place}_${last.id}` : null };
        },

        /** @param idOrProtocol ids hold a colon, and protocols never do */
        async find(idOrProtocol: string): Promise<{ synced: SyncedCall; call: Call } | null> {
            const [row] = await query<CallRow & { state: SyncRow }>(database, {
                name: 'sync-find',
                text: FIND,
                values: [idOrProtocol]
            });
            return row ? { synced: fromRow(row.state), call: callFromRow(row) } : null;
        },

        /** Makes a failed call due now; null when it is not, or no longer, a failed one. */
        async retry(idOrProtocol: string): Promise<Retried | null> {
            const [row] = await query<{ at: string }>(database, {
                name: 'sync-retry',
                text: RETRY,
                values: [idOrProtocol]
            });
            return row ? { due: 1, at: row.at } : null;
        },

        /** Makes every failed call due now, or those with this code, at this step. */
        async retryAll({ code = null, step = null }: RetryFilter): Promise<Retried> {
            const [row] = await query<Retried>(database, {
                name: 'sync-retry-all',
                text: RETRY_ALL,
                values: [code, step]
            });
            return row as Retried;
        },

        async counts(): Promise<SyncCounts> {
            const [row] = await query<SyncCounts>(database, { name: 'sync-counts', text: COUNTS });
            return row as SyncCounts;
        }
    };
}

type RetryFilter = { readonly [Key in keyof RetryRequest]: RetryRequest[Key] | null };

export type FailedCalls = ReturnType<typeof createFailedCalls>;

function fromRow(row: SyncRow): SyncedCall {
    const [kind = '', ...legId] = (row.step ?? '').split(' ');
    return {
        callId: row.id,
        protocol: row.protocol,
        sync: row.sync,
        startedAt: instant(row.started_at),
        answeredAt: row.answered_at && instant(row.answered_at),
        endedAt: row.ended_at && instant(row.ended_at),
        step: kind ? { kind, legId: legId.join(' ') || null } : null,
        attempts: row.attempts,
        failedAt: row.failed_at && instant(row.failed_at),
        nextTryAt: row.next_try_at && instant(row.next_try_at),
        code: row.code,
        saidBySalesforce: withoutCode(row.last_error, row.code)
    };
}

const withoutCode = (error: string | null, code: string | null): string | null =>
    code !== null && error?.startsWith(`${code}: `) ? error.slice(code.length + 2) : error;

/** Of a row, or as PostgreSQL writes times inside JSON. */
const instant = (text: string): string => new Date(text).toISOString();
