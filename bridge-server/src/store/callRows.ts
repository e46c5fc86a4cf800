import type { Call, Caller, Leg, LegNote } from '../calls/call.ts';
import type { Note } from '../contract/callActions.ts';

/** A call as a row: the columns of `calls`, and its legs as JSON in their order. */
export interface CallRow {
    id: string;
    version: number;
    change_id: number;
    direction: Call['direction'];
    number: string | null;
    caller_name: string | null;
    queue: string | null;
    recovered: boolean;
    protocol: string;
    started_at: string;
    ended_at: string | null;
    abandoned_at: string | null;
    recorded: boolean;
    recording_name: string | null;
    recording_format: string | null;
    recording_paused: boolean;
    recording_was_paused: boolean;
    caller: Caller | null;
    case_id: string | null;
    case_number: string | null;
    case_owner_leg: string | null;
    case_who: string | null;
    unanswered_task_id: string | null;
    legs: LegRow[] | null;
}

interface LegRow {
    id: string;
    agent: string;
    kind: Leg['kind'];
    state: Leg['state'];
    offered_at: string;
    answered_at: string | null;
    ended_at: string | null;
    end_reason: Leg['endReason'];
    held_since: string | null;
    held_ms: number;
    muted: boolean;
    consult: Leg['consult'];
    transfer: Leg['transfer'];
    note: LegNote | null;
    task_id: string | null;
    task_note: Note | null;
}

/** The column `legs` of a call in this table or subquery. */
export function legsOf(table: string): string {
    return `(SELECT jsonb_agg(legs ORDER BY legs.position) FROM legs WHERE legs.call_id = ${table}.id) AS legs`;
}

/** `SELECT` of whole calls; a condition on `calls` follows. */
export const SELECT_CALLS = `SELECT calls.*, ${legsOf('calls')} FROM calls`;

export const callFromRow = (row: CallRow): Call => ({
    id: row.id,
    direction: row.direction,
    number: row.number,
    callerName: row.caller_name,
    queue: row.queue,
    recovered: row.recovered,
    protocol: row.protocol,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    abandonedAt: row.abandoned_at,
    recording: row.recorded
        ? { name: row.recording_name, format: row.recording_format, paused: row.recording_paused }
        : null,
    recordingWasPaused: row.recording_was_paused,
    legs: (row.legs ?? []).map(legFromRow),
    ...recordsFromRow(row)
});

export type RecordColumns = Pick<
    CallRow,
    'caller' | 'case_id' | 'case_number' | 'case_owner_leg' | 'case_who' | 'unanswered_task_id'
>;

/** What Salesforce holds of a call. */
export const recordsFromRow = (row: RecordColumns): Pick<Call, 'caller' | 'case' | 'unansweredTaskId'> => ({
    caller: row.caller,
    case:
        row.case_id === null
            ? null
            : {
                  id: row.case_id,
                  number: row.case_number ?? '',
                  ownerLeg: row.case_owner_leg ?? '',
                  who: row.case_who
              },
    unansweredTaskId: row.unanswered_task_id
});

const legFromRow = (row: LegRow): Leg => ({
    id: row.id,
    agent: row.agent,
    kind: row.kind,
    state: row.state,
    offeredAt: instant(row.offered_at),
    answeredAt: row.answered_at && instant(row.answered_at),
    endedAt: row.ended_at && instant(row.ended_at),
    endReason: row.end_reason,
    heldSince: row.held_since && instant(row.held_since),
    heldMs: row.held_ms,
    muted: row.muted,
    consult: row.consult,
    transfer: row.transfer,
    note: row.note,
    taskId: row.task_id,
    taskNote: row.task_note
});

/** PostgreSQL writes times inside JSON with an offset. */
const instant = (text: string): string => new Date(text).toISOString();

/** The parameter of jsonb_to_recordset in recordEvent: snake case, in the order of the legs. */
export const legsToJson = (legs: readonly Leg[]): string =>
    JSON.stringify(
        legs.map((leg, position) => ({
            id: leg.id,
            position,
            agent: leg.agent,
            kind: leg.kind,
            state: leg.state,
            offered_at: leg.offeredAt,
            answered_at: leg.answeredAt,
            ended_at: leg.endedAt,
            end_reason: leg.endReason,
            held_since: leg.heldSince,
            held_ms: leg.heldMs,
            muted: leg.muted,
            consult: leg.consult,
            transfer: leg.transfer
        }))
    );
