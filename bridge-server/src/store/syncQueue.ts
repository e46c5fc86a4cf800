import type { ClaimedCall, EarlierTry, StepResult } from '../calls/syncStep.ts';
import { type CallRow, callFromRow, legsOf } from './callRows.ts';
import { type Database, query } from './database.ts';

/** The class of the advisory locks that live replicas hold on their listening session. */
export const REPLICA_LOCK = 7001;

/**
 * `tried_at` is when a try began of which nobody knows what it did: the replica died, or no answer came. It stays
 * while that request may still be under way, and tells the next try to look before it writes.
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

/** Fenced: a replica that lost its lease changes nothing. Due again when more is lacking, or when the call moved meanwhile. */
const COMPLETE = `
    WITH done AS (
        UPDATE calls SET
            caller = coalesce($3::jsonb, caller), case_id = coalesce($4, case_id), case_number = coalesce($5, case_number),
            lease_owner = NULL, lease_until = NULL, attempts = 0, tried_at = NULL, last_error = NULL,
            due_at = CASE WHEN version <> $8 OR $9 THEN now() END, change_id = nextval('call_changes')
        WHERE id = $1 AND lease_owner = $2
        RETURNING id, change_id
    ), task AS (
        UPDATE legs SET task_id = $7 FROM done WHERE legs.call_id = done.id AND legs.id = $6 RETURNING legs.id
    )
    SELECT pg_notify('calls', change_id || ' ' || id) FROM done`;

const FAIL = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, last_error = $3,
        due_at = now() + $4 * interval '1 ms', failed_at = CASE WHEN $4::float8 IS NULL THEN now() END,
        tried_at = CASE WHEN $5 THEN tried_at END
    WHERE id = $1 AND lease_owner = $2`;

const REAP = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, due_at = now()
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

        async complete({ call, version }: ClaimedCall, result: StepResult, moreLacking: boolean): Promise<void> {
            const values = [
                call.id,
                owner,
                result.kind === 'callerFound' ? JSON.stringify(result.caller) : null,
                result.kind === 'caseOpened' ? result.caseId : null,
                'caseNumber' in result ? result.caseNumber : null,
                result.kind === 'taskSaved' ? result.legId : null,
                result.kind === 'taskSaved' ? result.taskId : null,
                version,
                moreLacking
            ];
            await query(database, { name: 'sync-complete', text: COMPLETE, values });
        },

        /**
         * @param retryInMs when to try again; null: never by itself, the call is listed as failed
         * @param mayHaveHappened whether the try may have written to Salesforce all the same
         */
        async fail(
            { call }: ClaimedCall,
            reason: string,
            retryInMs: number | null,
            mayHaveHappened: boolean
        ): Promise<void> {
            const values = [call.id, owner, reason, retryInMs, mayHaveHappened];
            await query(database, { name: 'sync-fail', text: FAIL, values });
        },

        /** Frees what dead replicas held. Resolves to the number of calls freed. */
        async reap(): Promise<number> {
            return (await query(database, { name: 'sync-reap', text: REAP, values: [owner] })).length;
        }
    };
}

export type SyncQueue = ReturnType<typeof createSyncQueue>;
