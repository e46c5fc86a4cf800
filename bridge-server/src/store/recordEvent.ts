import { applyEvent } from '../calls/applyEvent.ts';
import { type Call, sourceOf } from '../calls/call.ts';
import { lacksMore, type RecordRules } from '../calls/plan.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import { type CallRow, callFromRow, legsToJson, type RecordColumns, recordsFromRow, SELECT_CALLS } from './callRows.ts';
import { constraintOf, type Database, query, StoreUnavailable } from './database.ts';

export interface StoredCall {
    readonly call: Call;
    /** Counts the events that moved the call; 0: not stored yet. */
    readonly version: number;
    readonly changeId: number;
}

/** `duplicate`: the event had been stored before, and nothing was changed. */
export type RecordOutcome = { readonly kind: 'stored'; readonly stored: StoredCall } | { readonly kind: 'duplicate' };

/** Replicas that take turns at one call lose this many races at most before the event is given back to be retried. */
const MAX_RACES = 20;

/**
 * One statement an event: it moves the call if nobody else moved it since we read it, stores the event, marks the
 * call due, issues its protocol when it is new, and notifies. No row comes back when another replica was faster or
 * when the event was stored before; then we read the call again.
 */
const RECORD = `
WITH issued AS (
    INSERT INTO protocol_days AS days (day, last)
    SELECT $17::date, 1 WHERE $3 = 0 AND $9::text IS NULL
    ON CONFLICT (day) DO UPDATE SET last = days.last + 1
    RETURNING to_char(day, 'YYYYMMDD') || lpad(last::text, 6, '0') AS protocol
), moved AS (
    INSERT INTO calls AS c (id, source, version, change_id, direction, number, caller_name, queue, protocol,
        started_at, ended_at, abandoned_at, recorded, recording_name, recording_format, recording_paused, recovered, due_at)
    VALUES ($1, $2, $3 + 1, nextval('call_changes'), $4, $5, $6, $7, coalesce($9, (SELECT protocol FROM issued), '-'),
        $8, $10, $11, $12, $13, $14, $22, $23, CASE WHEN $15 THEN now() END)
    ON CONFLICT (id) DO UPDATE SET
        version = excluded.version, change_id = nextval('call_changes'), direction = excluded.direction,
        number = excluded.number, caller_name = excluded.caller_name, queue = excluded.queue,
        started_at = excluded.started_at, ended_at = excluded.ended_at, abandoned_at = excluded.abandoned_at,
        recorded = excluded.recorded, recording_name = excluded.recording_name, recording_format = excluded.recording_format,
        recording_paused = excluded.recording_paused,
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
)
SELECT moved.version, moved.change_id, moved.protocol,
       moved.caller, moved.case_id, moved.case_number, moved.case_owner_leg, moved.case_who, moved.unanswered_task_id,
       pg_notify('calls', moved.change_id || ' ' || moved.id)
FROM moved, journal`;

type Moved = Pick<CallRow, 'version' | 'change_id' | 'protocol'> & RecordColumns;

export interface EventRecorderOptions {
    readonly database: Database;
    /** The calendar day of an instant (yyyy-mm-dd) where protocols are counted. */
    readonly dayOf: (instant: string) => string;
    /** By which a call lacks something in Salesforce. */
    readonly rules: RecordRules;
}

/** Records events, remembering the calls that are under way so that one event costs one statement. */
export function createEventRecorder({ database, dayOf, rules }: EventRecorderOptions) {
    const live = new Map<string, StoredCall>();

    return async function recordEvent(told: CallEvent): Promise<RecordOutcome> {
        let event = told;
        for (let race = 0; race < MAX_RACES; race++) {
            const before = live.get(event.callId) ?? (await readCall(database, event.callId));
            const moved = await move(before, event);
            if (moved === 'protocolTaken') {
                if (event.facts.protocol) event = { ...event, facts: { ...event.facts, protocol: null } };
                else await skipProtocol(database, dayOf(event.at));
                continue;
            }
            if (moved) {
                if (moved.call.endedAt === null) live.set(event.callId, moved);
                else live.delete(event.callId);
                forgetOldest(live);
                return { kind: 'stored', stored: moved };
            }
            live.delete(event.callId);
            if (await isStored(database, event.key)) return { kind: 'duplicate' };
        }
        throw new StoreUnavailable(`Other replicas moved call ${event.callId} ${MAX_RACES} times in a row`);
    };

    async function move(before: StoredCall | null, event: CallEvent): Promise<StoredCall | 'protocolTaken' | null> {
        const call = applyEvent(before?.call ?? null, event);
        const isDue = lacksMore(before?.call ?? null, call, rules);
        const rows = await runRecord(database, {
            call,
            event,
            isDue,
            version: before?.version ?? 0,
            day: dayOf(event.at)
        });
        if (rows === 'protocolTaken') return rows;
        const moved = rows[0];
        if (!moved) return null;
        return {
            call: { ...call, protocol: moved.protocol, ...recordsFromRow(moved) },
            version: moved.version,
            changeId: moved.change_id
        };
    }
}

const MAX_LIVE_CALLS = 20_000;

function forgetOldest(live: Map<string, StoredCall>): void {
    const oldest = live.size > MAX_LIVE_CALLS ? live.keys().next().value : undefined;
    if (oldest !== undefined) live.delete(oldest);
}

async function readCall(database: Database, callId: string): Promise<StoredCall | null> {
    const rows = await query<CallRow>(database, {
        name: 'read-call',
        text: `${SELECT_CALLS} WHERE calls.id = $1`,
        values: [callId]
    });
    return rows[0] ? { call: callFromRow(rows[0]), version: rows[0].version, changeId: rows[0].change_id } : null;
}

async function isStored(database: Database, key: string): Promise<boolean> {
    const rows = await query(database, {
        name: 'event-stored',
        text: 'SELECT FROM call_events WHERE key = $1',
        values: [key]
    });
    return rows.length > 0;
}

/** The protocol is the Case's key, so two calls never share one: a number that the telephony side gave twice is not believed. */
const skipProtocol = (database: Database, day: string) =>
    query(database, {
        text: `INSERT INTO protocol_days AS days (day, last) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET last = days.last + 1`,
        values: [day]
    });

interface Move {
    readonly call: Call;
    readonly event: CallEvent;
    readonly isDue: boolean;
    /** Of the call before the event; 0 when it is new. */
    readonly version: number;
    readonly day: string;
}

async function runRecord(database: Database, { call, event, isDue, version, day }: Move) {
    const statement = {
        name: 'record-event',
        text: RECORD,
        values: [
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
            call.recovered
        ]
    };
    try {
        return await query<Moved>(database, statement);
    } catch (error) {
        const constraint = constraintOf(error);
        if (constraint === 'calls_protocol_key') return 'protocolTaken';
        // the key was used for another call: whatever it named is stored
        if (constraint === 'call_events_pkey') return [];
        throw error;
    }
}
