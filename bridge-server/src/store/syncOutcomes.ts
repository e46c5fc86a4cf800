import DataLoader from 'dataloader';
import type { CallCase, Caller } from '../calls/call.ts';
import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';
import { type Database, query } from './database.ts';

/** Fenced: a replica that lost its lease changes nothing. Due again when more is lacking, or when the call moved meanwhile. */
const COMPLETE = `
    WITH outcomes AS (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS o(call_id text, version int, more boolean, caller jsonb, opened jsonb,
            owner_leg text, who_changed boolean, who text, leg_id text, task_id text, unanswered_task_id text)
    ), done AS (
        UPDATE calls SET
            caller = coalesce(o.caller, calls.caller),
            case_id = coalesce(o.opened ->> 'id', case_id), case_number = coalesce(o.opened ->> 'number', case_number),
            case_owner_leg = coalesce(o.opened ->> 'ownerLeg', o.owner_leg, case_owner_leg),
            case_who = CASE WHEN o.opened IS NOT NULL THEN o.opened ->> 'who' WHEN o.who_changed THEN o.who ELSE case_who END,
            unanswered_task_id = coalesce(o.unanswered_task_id, calls.unanswered_task_id),
            lease_owner = NULL, lease_until = NULL, attempts = 0, tried_at = NULL,
            last_error = NULL, failed_step = NULL, failed_code = NULL,
            due_at = CASE WHEN calls.version <> o.version OR o.more THEN now() END, change_id = nextval('call_changes')
        FROM outcomes o WHERE calls.id = o.call_id AND lease_owner = $1
        RETURNING id, change_id
    ), task AS (
        UPDATE legs SET task_id = o.task_id FROM done JOIN outcomes o ON o.call_id = done.id
        WHERE legs.call_id = done.id AND legs.id = o.leg_id RETURNING legs.id
    )
    SELECT pg_notify('calls', change_id || ' ' || id) FROM done`;

const FAIL = `
    WITH outcomes AS (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS o(call_id text, version int, step text, code text, reason text, written text,
            retry_in_ms float8, counts boolean)
    )
    UPDATE calls SET
        lease_owner = NULL, lease_until = NULL, last_error = o.reason, failed_step = o.step, failed_code = o.code,
        attempts = attempts - CASE WHEN o.counts THEN 0 ELSE 1 END,
        due_at = CASE WHEN calls.version <> o.version THEN now() ELSE now() + o.retry_in_ms * interval '1 ms' END,
        failed_at = CASE WHEN o.retry_in_ms IS NULL AND calls.version = o.version THEN now() END,
        tried_at = CASE o.written WHEN 'unknown' THEN now() WHEN 'stillUnknown' THEN tried_at END
    FROM outcomes o WHERE calls.id = o.call_id AND lease_owner = $1`;

/** Outcomes of one moment share a statement. */
const MAX_OUTCOMES = 500;

/** What `fail` stores of a try that failed. */
export interface StoredFailure {
    readonly step: string | null;
    readonly code: string | null;
    readonly reason: string;
    readonly written: 'nothing' | 'unknown' | 'stillUnknown';
    /** Null: never by itself. */
    readonly retryInMs: number | null;
    readonly countsAsAttempt: boolean;
}

/**
 * Stores what came of tries. Outcomes of calls that are no longer this replica's change nothing.
 *
 * @param owner the number of this replica
 */
export function createSyncOutcomes(database: Database, owner: number) {
    const completed = createOutcomeWriter<CompletedRow>(database, 'sync-complete', COMPLETE, owner);
    const failed = createOutcomeWriter<FailedRow>(database, 'sync-fail', FAIL, owner);

    return {
        complete: ({ call, version }: ClaimedCall, result: StepResult, moreLacking: boolean): Promise<void> =>
            completed({ call_id: call.id, version, more: moreLacking, ...columnsOf(result) }),

        fail: ({ call, version }: ClaimedCall, failure: StoredFailure): Promise<void> =>
            failed({
                call_id: call.id,
                version,
                step: failure.step,
                code: failure.code,
                reason: failure.reason,
                written: failure.written,
                retry_in_ms: failure.retryInMs,
                counts: failure.countsAsAttempt
            })
    };
}

interface OutcomeRow {
    readonly call_id: string;
    readonly version: number;
}

interface CompletedRow extends OutcomeRow, ResultColumns {
    readonly more: boolean;
}

interface ResultColumns {
    readonly caller?: Caller;
    readonly opened?: CallCase;
    readonly owner_leg?: string;
    readonly who_changed?: boolean;
    readonly who?: string | null;
    readonly leg_id?: string;
    readonly task_id?: string;
    readonly unanswered_task_id?: string;
}

interface FailedRow extends OutcomeRow {
    readonly step: string | null;
    readonly code: string | null;
    readonly reason: string;
    readonly written: StoredFailure['written'];
    readonly retry_in_ms: number | null;
    readonly counts: boolean;
}

function columnsOf(result: StepResult): ResultColumns {
    switch (result.kind) {
        case 'callerFound':
            return { caller: result.caller };
        case 'caseOpened':
            return { opened: result.opened };
        case 'ownerChanged':
            return { owner_leg: result.legId };
        case 'callerChanged':
            return { who_changed: true, who: result.who };
        case 'taskSaved':
            return { leg_id: result.legId, task_id: result.taskId };
        case 'unansweredTaskSaved':
            return { unanswered_task_id: result.taskId };
        case 'nothingLacking':
            return {};
    }
}

function createOutcomeWriter<Row extends OutcomeRow>(database: Database, name: string, text: string, owner: number) {
    const write = (rows: readonly Row[]) => query(database, { name, text, values: [owner, JSON.stringify(rows)] });
    const loader = new DataLoader<Row, void>(
        async (rows) => {
            try {
                await write(rows);
                return rows.map(() => undefined);
            } catch (error) {
                if (rows.length === 1) throw error;
                // one outcome that PostgreSQL refuses does not take the others with it
                const alone = await Promise.allSettled(rows.map((row) => write([row])));
                return alone.map((each) => (each.status === 'rejected' ? (each.reason as Error) : undefined));
            }
        },
        { cache: false, maxBatchSize: MAX_OUTCOMES }
    );
    return (row: Row): Promise<void> => loader.load(row);
}
