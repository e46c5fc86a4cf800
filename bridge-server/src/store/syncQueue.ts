import type { ClaimedCall, EarlierTry } from '../calls/syncStep.ts';
import { type CallRow, callFromRow, legsOf } from './callRows.ts';
import { type Database, query } from './database.ts';
import { createSyncOutcomes } from './syncOutcomes.ts';

/** The class of the advisory locks that live replicas hold on their listening session. */
export const REPLICA_LOCK = 7001;

/**
 * `tried_at` is when something was last heard of a try of which nobody knows what it did: the replica died, or no
 * answer came. It stays while that request may still be under way, and tells the next try to look before it writes.
 */
const CLAIM = `
    WITH due AS (
        SELECT id, tried_at, tried_at > now() - $4 * interval '1 ms' AS in_flight
        FROM calls WHERE due_at <= now() AND lease_owner IS NULL
        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
    ), claimed AS (
        UPDATE calls SET
            lease_owner = $1, lease_until = now() + $2 * interval '1 ms', attempts = attempts + 1,
            tried_at = CASE WHEN due.in_flight THEN due.tried_at ELSE now() END
        FROM due WHERE calls.id = due.id
        RETURNING calls.*, CASE WHEN due.tried_at IS NULL THEN 'none' WHEN due.in_flight THEN 'inFlight' ELSE 'settled' END AS earlier
    )
    SELECT claimed.*, ${legsOf('claimed')} FROM claimed`;

const REAP = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, due_at = now(), tried_at = now()
    WHERE lease_owner IS NOT NULL AND (
        lease_until < now()
        OR (lease_owner <> $1 AND lease_owner NOT IN (
            SELECT objid::bigint::int FROM pg_locks
            WHERE locktype = 'advisory' AND classid = ${REPLICA_LOCK} AND objsubid = 2 AND granted
        ))
    )
    RETURNING id`;

type ClaimedRow = CallRow & { attempts: number; earlier: EarlierTry };

/**
 * The calls that lack something in Salesforce, shared fairly between replicas.
 *
 * @param owner a number of this replica, whose advisory lock tells the others that it lives
 */
export function createSyncQueue(database: Database, owner: number) {
    return {
        /** @param settleMs how long a request of which nothing was heard may still be under way */
        async claim(limit: number, leaseMs: number, settleMs: number): Promise<ClaimedCall[]> {
            const values = [owner, leaseMs, limit, settleMs];
            const rows = await query<ClaimedRow>(database, { name: 'sync-claim', text: CLAIM, values });
            return rows.map((row) => ({
                call: callFromRow(row),
                attempt: row.attempts,
                earlier: row.earlier,
                version: row.version
            }));
        },

        ...createSyncOutcomes(database, owner),

        /** Frees what dead replicas held. Resolves to the number of calls freed. */
        async reap(): Promise<number> {
            return (await query(database, { name: 'sync-reap', text: REAP, values: [owner] })).length;
        }
    };
}

export type SyncQueue = ReturnType<typeof createSyncQueue>;
