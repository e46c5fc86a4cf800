import type { ClaimedCall } from '../calls/syncStep.ts';
import { type CallRow, callFromRow, legsOf } from './callRows.ts';
import { type Database, query } from './database.ts';
import { LIVE_REPLICAS } from './replicas.ts';
import { createSyncOutcomes } from './syncOutcomes.ts';

/** Of the calls that are due, those first in which somebody is on the line. */
const CLAIM = `
    WITH live AS (
        SELECT id FROM calls WHERE due_at <= now() AND lease_owner IS NULL AND ended_at IS NULL
        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
    ), over AS (
        SELECT id FROM calls WHERE due_at <= now() AND lease_owner IS NULL AND ended_at IS NOT NULL
        ORDER BY due_at LIMIT greatest(0, $3 - (SELECT count(*) FROM live)) FOR UPDATE SKIP LOCKED
    )
    UPDATE calls SET lease_owner = $1, lease_until = clock_timestamp() + $2 * interval '1 ms', attempts = attempts + 1
    FROM (SELECT id FROM live UNION ALL SELECT id FROM over) AS due WHERE calls.id = due.id
    RETURNING calls.id`;

/** A statement of its own: the one that locks a call may see legs of before somebody else moved it. */
const READ_CLAIMED = `
    SELECT calls.*, lease_until::text AS lease, tried_at > now() - $3 * interval '1 ms' AS in_flight, ${legsOf('calls')}
    FROM calls WHERE id = ANY($2) AND lease_owner = $1 ORDER BY ended_at IS NOT NULL, due_at`;

const REAP = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, due_at = now(), tried_at = now(), tried_step = NULL
    WHERE lease_owner IS NOT NULL AND (
        lease_until < now()
        OR (lease_owner <> $1 AND lease_owner NOT IN (${LIVE_REPLICAS}))
    )
    RETURNING id`;

interface ClaimedRow extends CallRow {
    attempts: number;
    lease: string;
    tried_at: string | null;
    tried_step: string | null;
    in_flight: boolean | null;
    skipped_steps: string[];
}

/**
 * The calls that lack something in Salesforce, shared fairly between replicas.
 *
 * @param owner a number of this replica, whose advisory lock tells the others that it lives
 */
export function createSyncQueue(database: Database, owner: number) {
    /** Claimed, and not read because the database went away between the two. */
    let unread: string[] = [];

    return {
        /** @param settleMs how long a request of which nothing was heard may still be under way */
        async claim(limit: number, leaseMs: number, settleMs: number): Promise<ClaimedCall[]> {
            const values = [owner, leaseMs, limit];
            if (unread.length === 0) {
                const claimed = await query<{ id: string }>(database, { name: 'sync-claim', text: CLAIM, values });
                unread = claimed.map(({ id }) => id);
            }
            if (unread.length === 0) return [];
            const rows = await query<ClaimedRow>(database, {
                name: 'sync-read',
                text: READ_CLAIMED,
                values: [owner, unread, settleMs]
            });
            unread = [];
            return rows.map(toClaimedCall);
        },

        ...createSyncOutcomes(database, owner),

        /** Frees what dead replicas held. Resolves to the number of calls freed. */
        async reap(): Promise<number> {
            return (await query(database, { name: 'sync-reap', text: REAP, values: [owner] })).length;
        }
    };
}

export type SyncQueue = ReturnType<typeof createSyncQueue>;

const toClaimedCall = (row: ClaimedRow): ClaimedCall => ({
    call: callFromRow(row),
    attempt: row.attempts,
    version: row.version,
    lease: row.lease,
    doubt: row.tried_at === null ? null : { step: row.tried_step, inFlight: row.in_flight === true },
    skipped: row.skipped_steps
});
