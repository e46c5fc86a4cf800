import type { Call } from '../calls/call.ts';
import type { Candidate } from '../contract/agentApi.ts';
import { type CallEvent, callEventSchema } from '../contract/callEvent.ts';
import { type CallRow, callFromRow, SELECT_CALLS } from './callRows.ts';
import { type Database, query } from './database.ts';

/** A call with what its telephony side told of it, in the order in which it was stored. */
export interface JournaledCall {
    readonly call: Call;
    readonly events: readonly CallEvent[];
}

/** An agent's calls of some weeks, in which whom they spoke with last is looked for. */
const MAX_LOOKED_AT = 2_000;
const MAX_CALLS_OF_CASE = 50;
const MAX_EVENTS_OF_CALL = 500;

const RECENT = `
    SELECT who FROM (
        SELECT DISTINCT ON (calls.caller -> 'who' ->> 'id') calls.caller -> 'who' AS who, parts.answered_at
        FROM (
            SELECT call_id, answered_at FROM legs WHERE agent = $1 AND answered_at >= $2
            ORDER BY answered_at DESC LIMIT ${MAX_LOOKED_AT}
        ) AS parts JOIN calls ON calls.id = parts.call_id
        WHERE calls.caller -> 'who' ->> 'id' IS NOT NULL
        ORDER BY calls.caller -> 'who' ->> 'id', parts.answered_at DESC
    ) AS latest ORDER BY answered_at DESC LIMIT $3`;

const EVENTS = `
    SELECT told.call_id, told.body FROM unnest($1::text[]) AS wanted (id), LATERAL (
        SELECT call_id, seq, body FROM call_events WHERE call_id = wanted.id ORDER BY seq LIMIT ${MAX_EVENTS_OF_CALL}
    ) AS told ORDER BY told.seq`;

/** What the calls tell about people and Cases. */
export function createContactQueries(database: Database) {
    async function eventsOf(callIds: readonly string[]): Promise<Map<string, CallEvent[]>> {
        const rows = await query<{ call_id: string; body: unknown }>(database, {
            name: 'events-of-calls',
            text: EVENTS,
            values: [callIds]
        });
        const byCall = new Map<string, CallEvent[]>();
        for (const { call_id, body } of rows) {
            // an older bridge may have stored what is no event any more
            const { data } = callEventSchema.safeParse(body);
            if (data) byCall.set(call_id, [...(byCall.get(call_id) ?? []), data]);
        }
        return byCall;
    }

    return {
        /** With whom this extension was connected since an instant, each once, the latest first, as known in that call. */
        async recentContacts(agent: string, since: string, limit: number): Promise<Candidate[]> {
            const values = [agent, since, limit];
            const rows = await query<{ who: Candidate }>(database, { name: 'recent-contacts', text: RECENT, values });
            return rows.map(({ who }) => who);
        },

        /** The calls of a Case, the last one first. */
        async callsOfCase(caseId: string): Promise<JournaledCall[]> {
            const rows = await query<CallRow>(database, {
                name: 'calls-of-case',
                text: `${SELECT_CALLS} WHERE calls.case_id = $1 ORDER BY calls.started_at DESC LIMIT ${MAX_CALLS_OF_CASE}`,
                values: [caseId]
            });
            if (rows.length === 0) return [];
            const events = await eventsOf(rows.map(({ id }) => id));
            return rows.map((row) => ({ call: callFromRow(row), events: events.get(row.id) ?? [] }));
        }
    };
}

export type ContactQueries = ReturnType<typeof createContactQueries>;
