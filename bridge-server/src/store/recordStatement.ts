import type pg from 'pg';
import { type Call, sourceOf } from '../calls/call.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import { legsToJson } from './callRows.ts';

/** A call that is to be moved by an event. */
export interface Move {
    /** As it is after the event. */
    readonly call: Call;
    readonly event: CallEvent;
    readonly isDue: boolean;
    /** Of the call before the event; 0 when it is new. */
    readonly version: number;
    readonly day: string;
}

/**
 * One statement an event: it moves the call if nobody else moved it since we read it, stores the event, marks the
 * call due, issues its protocol when it is new, and notifies. No row comes back when another replica was faster or
 * when the event was stored before; then we read the call again.
 */
const record = (recordings: string): string => `
WITH issued AS (
    INSERT INTO protocol_days AS days (day, last)
    SELECT $17::date, 1 WHERE $3 = 0 AND $9::text IS NULL
    ON CONFLICT (day) DO UPDATE SET last = days.last + 1
    RETURNING to_char(day, 'YYYYMMDD') || lpad(last::text, 6, '0') AS protocol
), moved AS (
    INSERT INTO calls AS c (id, source, version, change_id, direction, number, caller_name, queue, protocol,
        started_at, ended_at, abandoned_at, recorded, recording_name, recording_format, recording_paused,
        recording_was_paused, recovered, due_at)
    VALUES ($1, $2, $3 + 1, nextval('call_changes'), $4, $5, $6, $7, coalesce($9, (SELECT protocol FROM issued), '-'),
        $8, $10, $11, $12, $13, $14, $22, $23, $24, CASE WHEN $15 THEN now() END)
    ON CONFLICT (id) DO UPDATE SET
        version = excluded.version, change_id = nextval('call_changes'), direction = excluded.direction,
        number = excluded.number, caller_name = excluded.caller_name, queue = excluded.queue,
        started_at = excluded.started_at, ended_at = excluded.ended_at, abandoned_at = excluded.abandoned_at,
        recorded = excluded.recorded, recording_name = excluded.recording_name, recording_format = excluded.recording_format,
        recording_paused = excluded.recording_paused, recording_was_paused = excluded.recording_was_paused,
        due_at = CASE WHEN $15 THEN least(c.due_at, now()) ELSE c.due_at END,
        failed_at = CASE WHEN $15 THEN NULL ELSE c.failed_at END
    WHERE c.version = $3 AND NOT EXISTS (SELECT FROM call_events WHERE key = $18)
    RETURNING *
), journal AS (
    INSERT INTO call_events (key, call_id, type, at, body)
    SELECT $18, moved.id, $19, $20, $21::jsonb FROM moved
    RETURNING seq
), parts AS (
    INSERT INTO legs AS l (id, call_id, position, agent, kind, state, offered_at, answered_at, ended_at, end_reason, held_since, held_ms,
        muted, consult, transfer)
    SELECT p.id, moved.id, p.position, p.agent, p.kind, p.state, p.offered_at, p.answered_at, p.ended_at, p.end_reason, p.held_since, p.held_ms,
        p.muted, p.consult, p.transfer
    FROM moved, jsonb_to_recordset($16::jsonb) AS p(id text, position int, agent text, kind text, state text, offered_at timestamptz,
        answered_at timestamptz, ended_at timestamptz, end_reason text, held_since timestamptz, held_ms bigint,
        muted boolean, consult jsonb, transfer jsonb)
    ON CONFLICT (call_id, id) DO UPDATE SET kind = excluded.kind, state = excluded.state, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
        end_reason = excluded.end_reason, held_since = excluded.held_since, held_ms = excluded.held_ms,
        muted = excluded.muted, consult = excluded.consult, transfer = excluded.transfer
    RETURNING id
)${recordings}
SELECT moved.version, moved.change_id, moved.protocol,
       moved.caller, moved.case_id, moved.case_number, moved.case_owner_leg, moved.case_who, moved.unanswered_task_id,
       pg_notify('calls', moved.change_id || ' ' || moved.id)
FROM moved, journal`;

const RECORD = record('');

/**
 * A telephony side whose clock is ahead would have it kept for longer, and one whose clock is behind for less than it
 * must: an end of more than a week before the recording was told is not believed.
 */
const keptSince = (toldAt: string): string =>
    `CASE WHEN moved.ended_at >= ${toldAt} - interval '7 days' THEN least(moved.ended_at, now()) ELSE ${toldAt} END`;

/**
 * Whoever moves the call has it locked, so no two recordings of one call are counted at once, and none is told while the
 * call is erased. Who asked to erase a call meant what is told of it later, too, unless it is held since. What is told
 * again may lie elsewhere by now, or be there at last: it is tried anew, and a claim on what was told first is void.
 */
const RECORD_RECORDING = record(`, told AS (
    INSERT INTO recordings (call_id, part, name, format, url, kept_since,
        due_at, deletion_kind, deletion_by, deletion_reason, deletion_at)
    SELECT moved.id, 1 + (SELECT count(*) FROM recordings WHERE call_id = moved.id), $25, $26, $27, ${keptSince('now()')},
        CASE WHEN erased.id IS NULL THEN now() END, erased.deletion_kind, erased.deletion_by, erased.deletion_reason,
        CASE WHEN erased.id IS NOT NULL THEN now() END
    FROM moved LEFT JOIN LATERAL (
        SELECT * FROM recordings WHERE call_id = moved.id AND deletion_kind = 'erased'
            AND NOT EXISTS (SELECT FROM recording_holds AS hold WHERE hold.call_id = moved.id)
        ORDER BY part LIMIT 1
    ) AS erased ON true
    ON CONFLICT (call_id, name, format) DO UPDATE SET
        url = coalesce(excluded.url, recordings.url), told_at = now(), due_at = now(), failed_at = NULL, attempts = 0,
        lease_owner = NULL, lease_until = NULL
    WHERE recordings.copied_at IS NULL AND recordings.deletion_at IS NULL
        AND (recordings.failed_at IS NOT NULL OR excluded.url <> coalesce(recordings.url, ''))
)`);

const RECORD_END = record(`, kept AS (
    UPDATE recordings SET kept_since = ${keptSince('told_at')} FROM moved WHERE call_id = moved.id AND moved.ended_at IS NOT NULL
)`);

/** What stores the event and moves the call. Only events that say something of recordings touch their table. */
export function recordStatement(move: Move): pg.QueryConfig {
    const { call, event } = move;
    const values = valuesOf(move);
    if (event.type === 'recordingReady')
        return {
            name: 'record-recording',
            text: RECORD_RECORDING,
            values: [...values, event.name, event.format, event.url ?? null]
        };
    if (event.type === 'callEnded' && call.recording?.name) return { name: 'record-end', text: RECORD_END, values };
    return { name: 'record-event', text: RECORD, values };
}

const valuesOf = ({ call, event, isDue, version, day }: Move): unknown[] => [
    call.id,
    sourceOf(call.id),
    version,
    call.direction,
    call.number,
    call.callerName,
    call.queue,
    call.startedAt,
    call.protocol,
    call.endedAt,
    call.abandonedAt,
    call.recording !== null,
    call.recording?.name ?? null,
    call.recording?.format ?? null,
    isDue,
    legsToJson(call.legs),
    day,
    event.key,
    event.type,
    event.at,
    JSON.stringify(event),
    call.recording?.paused ?? false,
    call.recordingWasPaused,
    call.recovered
];
