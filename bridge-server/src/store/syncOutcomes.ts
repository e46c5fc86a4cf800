import DataLoader from 'dataloader';
import type { CallCase, Caller } from '../calls/call.ts';
import type { Note } from '../contract/callActions.ts';
import type { ClaimedCall, FailedTry, StepResult } from '../calls/syncStep.ts';
import { type Database, query, StoreRefused } from './database.ts';

/**
 * Fenced by the claim: whoever lost it changes nothing, and what is told twice counts once. Due again when more is
 * lacking, or when the call moved meanwhile, in its old place, so that of a backlog one call is finished after the other;
 * failed when only steps are lacking that were refused for good.
 */
const COMPLETE = `
    WITH outcomes AS (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS o(call_id text, lease timestamptz, version int, more boolean, doubt text,
            caller jsonb, opened jsonb, owner_leg text, who_changed boolean, who text, leg_id text, task_id text, task_note jsonb, unanswered_task_id text)
    ), done AS (
        UPDATE calls SET
            caller = coalesce(calls.caller, o.caller),
            case_id = coalesce(o.opened ->> 'id', case_id), case_number = coalesce(o.opened ->> 'number', case_number),
            case_owner_leg = coalesce(o.opened ->> 'ownerLeg', o.owner_leg, case_owner_leg),
            case_who = CASE WHEN o.opened IS NOT NULL THEN o.opened ->> 'who' WHEN o.who_changed THEN o.who ELSE case_who END,
            unanswered_task_id = coalesce(o.unanswered_task_id, calls.unanswered_task_id),
            lease_owner = NULL, lease_until = NULL, attempts = 0,
            tried_at = CASE WHEN o.more AND (o.doubt IS NULL OR tried_step IS DISTINCT FROM o.doubt) THEN tried_at END,
            tried_step = CASE WHEN o.more AND (o.doubt IS NULL OR tried_step IS DISTINCT FROM o.doubt) THEN tried_step END,
            last_error = CASE WHEN skipped_steps <> '{}' THEN last_error END,
            failed_step = CASE WHEN skipped_steps <> '{}' THEN failed_step END,
            failed_code = CASE WHEN skipped_steps <> '{}' THEN failed_code END,
            failed_at = CASE WHEN skipped_steps <> '{}' AND NOT o.more THEN now() END,
            due_at = CASE WHEN calls.version <> o.version OR o.more THEN least(due_at, now()) END,
            change_id = nextval('call_changes')
        FROM outcomes o WHERE calls.id = o.call_id AND lease_owner = $1 AND lease_until = o.lease
        RETURNING id, change_id
    ), task AS (
        UPDATE legs SET task_id = coalesce(o.task_id, legs.task_id), task_note = o.task_note FROM done JOIN outcomes o ON o.call_id = done.id
        WHERE legs.call_id = done.id AND legs.id = o.leg_id RETURNING legs.id
    )
    SELECT pg_notify('calls', change_id || ' ' || id) FROM done`;

/** A doubt about one step is kept beside a doubt about another one as a doubt about any. */
const FAIL = `
    WITH outcomes AS (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS o(call_id text, lease timestamptz, version int, step text, code text,
            reason text, doubt text, who_unknown boolean, retry_in_ms float8, counts boolean, skips boolean)
    )
    UPDATE calls SET
        lease_owner = NULL, lease_until = NULL,
        attempts = CASE WHEN o.skips THEN 0 WHEN o.counts THEN attempts ELSE attempts - 1 END,
        last_error = CASE WHEN skipped_steps <> '{}' AND NOT o.skips THEN last_error ELSE o.reason END,
        failed_step = CASE WHEN skipped_steps <> '{}' AND NOT o.skips THEN failed_step ELSE o.step END,
        failed_code = CASE WHEN skipped_steps <> '{}' AND NOT o.skips THEN failed_code ELSE o.code END,
        skipped_steps = CASE WHEN o.skips THEN array_append(skipped_steps, o.step) ELSE skipped_steps END,
        case_who = CASE WHEN o.who_unknown THEN 'unknown' ELSE case_who END,
        due_at = CASE WHEN calls.version <> o.version THEN now() ELSE now() + o.retry_in_ms * interval '1 ms' END,
        failed_at = CASE WHEN o.retry_in_ms IS NULL AND calls.version = o.version THEN now() END,
        tried_at = CASE WHEN o.doubt IS NOT NULL THEN now() ELSE tried_at END,
        tried_step = CASE WHEN o.doubt IS NULL THEN tried_step WHEN tried_at IS NULL OR tried_step = o.doubt THEN o.doubt END
    FROM outcomes o WHERE calls.id = o.call_id AND lease_owner = $1 AND lease_until = o.lease`;

/** Outcomes of one moment share a statement. */
const MAX_OUTCOMES = 500;

/**
 * Stores what came of tries. Outcomes of calls that are no longer this replica's change nothing.
 *
 * @param owner the number of this replica
 */
export function createSyncOutcomes(database: Database, owner: number) {
    const completed = createOutcomeWriter<CompletedRow>(database, 'sync-complete', COMPLETE, owner);
    const failed = createOutcomeWriter<FailedRow>(database, 'sync-fail', FAIL, owner);

    return {
        /** @param doubt the step that is done, as doubtOf() names it */
        complete: (
            { call, version, lease }: ClaimedCall,
            result: StepResult,
            doubt: string | null,
            moreLacking: boolean
        ): Promise<void> =>
            completed({ call_id: call.id, lease, version, doubt, more: moreLacking, ...columnsOf(result) }),

        fail: ({ call, version, lease }: ClaimedCall, failure: FailedTry): Promise<void> =>
            failed({
                call_id: call.id,
                lease,
                version,
                step: failure.step,
                code: failure.code,
                reason: failure.reason,
                doubt: failure.doubt,
                who_unknown: failure.whoUnknown,
                retry_in_ms: failure.retryInMs,
                counts: failure.countsAsAttempt,
                skips: failure.skips
            })
    };
}

interface OutcomeRow {
    readonly call_id: string;
    readonly lease: string;
    readonly version: number;
}

interface CompletedRow extends OutcomeRow, ResultColumns {
    readonly doubt: string | null;
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
    readonly task_note?: Note | null;
    readonly unanswered_task_id?: string;
}

interface FailedRow extends OutcomeRow {
    readonly step: string | null;
    readonly code: string | null;
    readonly reason: string | null;
    readonly doubt: string | null;
    readonly who_unknown: boolean;
    readonly retry_in_ms: number | null;
    readonly counts: boolean;
    readonly skips: boolean;
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
            return { leg_id: result.legId, task_id: result.taskId, task_note: result.note };
        case 'noteSaved':
            return { leg_id: result.legId, task_note: result.note };
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
                if (rows.length === 1 || !(error instanceof StoreRefused)) throw error;
                // one outcome that PostgreSQL refuses does not take the others with it
                const alone = await Promise.allSettled(rows.map((row) => write([row])));
                return alone.map((each) => (each.status === 'rejected' ? (each.reason as Error) : undefined));
            }
        },
        { cache: false, maxBatchSize: MAX_OUTCOMES }
    );
    return (row: Row): Promise<void> => loader.load(row);
}
