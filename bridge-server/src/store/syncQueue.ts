import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';
import { type CallRow, callFromRow, SELECT_CALLS } from './callRows.ts';
import { type Database, query } from './database.ts';

/** The class of the advisory locks that live replicas hold on their listening session. */
export const REPLICA_LOCK = 7001;

const CLAIM = `
    UPDATE calls SET lease_owner = $1, lease_until = now() + $2 * interval '1 ms', attempts = attempts + 1
    WHERE id IN (SELECT id FROM calls WHERE due_at <= now() AND lease_owner IS NULL ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempts, version`;

/** Fenced: a replica that lost its lease changes nothing. Due again when more is lacking, or when the call moved meanwhile. */
const COMPLETE = `
    WITH done AS (
        UPDATE calls SET
            caller = coalesce($3::jsonb, caller), case_id = coalesce($4, case_id), case_number = coalesce($5, case_number),
            lease_owner = NULL, lease_until = NULL, attempts = 0, last_error = NULL,
            due_at = CASE WHEN version <> $8 OR $9 THEN now() END, change_id = nextval('call_changes')
        WHERE id = $1 AND lease_owner = $2
        RETURNING id, change_id
    ), task AS (
        UPDATE legs SET task_id = $7 FROM done WHERE legs.call_id = done.id AND legs.id = $6 RETURNING legs.id
    )
    SELECT pg_notify('calls', change_id || ' ' || id) FROM done`;

const FAIL = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, last_error = $3,
        due_at = now() + $4 * interval '1 ms', failed_at = CASE WHEN $4::float8 IS NULL THEN now() END
    WHERE id = $1 AND lease_owner = $2`;

const REAP = `
    UPDATE calls SET lease_owner = NULL, lease_until = NULL, due_at = now()
    WHERE lease_owner IS NOT NULL AND (lease_until < now() OR lease_owner <> $1 AND lease_owner NOT IN (
        SELECT objid::bigint::int FROM pg_locks WHERE locktype = 'advisory' AND classid = ${REPLICA_LOCK} AND objsubid = 2 AND granted))
    RETURNING id`;

/**
 * The calls that lack something in Salesforce, shared fairly between replicas.
 *
 * @param owner a number of this replica, whose advisory lock tells the others that it lives
 */
export function createSyncQueue(database: Database, owner: number) {
    return {
        async claim(limit: number, leaseMs: number): Promise<ClaimedCall[]> {
            const claims = await query<{ id: string; attempts: number; version: number }>(database, {
                name: 'sync-claim',
                text: CLAIM,
                values: [owner, leaseMs, limit]
            });
            if (claims.length === 0) return [];
            const rows = await query<CallRow>(database, {
                name: 'sync-claimed',
                text: `${SELECT_CALLS} WHERE calls.id = ANY($1)`,
                values: [claims.map(({ id }) => id)]
            });
            return rows.flatMap((row) => {
                const claim = claims.find(({ id }) => id === row.id);
                return claim ? [{ call: callFromRow(row), attempt: claim.attempts, version: claim.version }] : [];
            });
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

        /** @param retryInMs when to try again; null: never by itself, the call is listed as failed */
        async fail({ call }: ClaimedCall, reason: string, retryInMs: number | null): Promise<void> {
            await query(database, { name: 'sync-fail', text: FAIL, values: [call.id, owner, reason, retryInMs] });
        },

        /** Frees what dead replicas held. Resolves to the number of calls freed. */
        async reap(): Promise<number> {
            return (await query(database, { name: 'sync-reap', text: REAP, values: [owner] })).length;
        }
    };
}

export type SyncQueue = ReturnType<typeof createSyncQueue>;
