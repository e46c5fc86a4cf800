import { applyEvent } from '../calls/applyEvent.ts';
import type { Call } from '../calls/call.ts';
import { lacksMore, type RecordRules } from '../calls/plan.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import { type CallRow, callFromRow, type RecordColumns, recordsFromRow, SELECT_CALLS } from './callRows.ts';
import { constraintOf, type Database, query, StoreUnavailable } from './database.ts';
import { type Move, recordStatement } from './recordStatement.ts';

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

async function runRecord(database: Database, move: Move) {
    try {
        return await query<Moved>(database, recordStatement(move));
    } catch (error) {
        const constraint = constraintOf(error);
        if (constraint === 'calls_protocol_key') return 'protocolTaken';
        // the key was used for another call: whatever it named is stored
        if (constraint === 'call_events_pkey') return [];
        throw error;
    }
}
