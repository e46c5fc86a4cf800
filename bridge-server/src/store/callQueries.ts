import type { Call } from '../calls/call.ts';
import type { Instant } from '../contract/instant.ts';
import { type CallRow, callFromRow, SELECT_CALLS } from './callRows.ts';
import { type Database, query } from './database.ts';

const MAX_HISTORY = 5_000;
const MAX_CHANGED = 200;
const MAX_LIVE = 2_000;

/** Reading calls. All lists are bounded by what one agent or one telephony side can have. */
export function createCallQueries(database: Database) {
    const calls = async (name: string, condition: string, values: unknown[]): Promise<Call[]> =>
        (await query<CallRow>(database, { name, text: `${SELECT_CALLS} ${condition}`, values })).map(callFromRow);

    return {
        callById: async (id: string): Promise<Call | null> =>
            (await calls('call-by-id', 'WHERE calls.id = $1', [id]))[0] ?? null,

        callByProtocol: async (protocol: string): Promise<Call | null> =>
            (await calls('call-by-protocol', 'WHERE calls.protocol = $1', [protocol]))[0] ?? null,

        /** The calls of one telephony side that are not over. */
        openCalls: (source: string): Promise<Call[]> =>
            calls('open-calls', 'WHERE calls.source = $1 AND calls.ended_at IS NULL', [source]),

        /** The calls in which any agent has a part that is not over, the oldest first. */
        liveCalls: (): Promise<Call[]> =>
            calls(
                'all-live-calls',
                `WHERE calls.id IN (SELECT call_id FROM legs WHERE state <> 'ended') ORDER BY calls.started_at, calls.id LIMIT ${MAX_LIVE}`,
                []
            ),

        /** The calls in which this agent has a part that is not over. */
        liveCallsOf: (agent: string): Promise<Call[]> =>
            calls('live-calls', `WHERE calls.id IN (SELECT call_id FROM legs WHERE agent = $1 AND state <> 'ended')`, [
                agent
            ]),

        /**
         * The calls of this agent that changed after a change id, oldest change first, each with its change id. After a
         * long absence only the newest; the rest is history.
         */
        changedCallsOf: async (agent: string, afterChangeId: number): Promise<{ changeId: number; call: Call }[]> => {
            const condition = `WHERE calls.change_id > $2 AND EXISTS (SELECT FROM legs WHERE call_id = calls.id AND agent = $1) ORDER BY calls.change_id DESC LIMIT ${MAX_CHANGED}`;
            const rows = await query<CallRow>(database, {
                name: 'changed-calls',
                text: `${SELECT_CALLS} ${condition}`,
                values: [agent, afterChangeId]
            });
            return rows.toReversed().map((row) => ({ changeId: row.change_id, call: callFromRow(row) }));
        },

        /** When each of these contacts was last served by telephone, for those who ever were. */
        async lastServed(contactIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
            const rows = await query<{ id: string; at: string }>(database, {
                name: 'last-served',
                text: `SELECT caller -> 'who' ->> 'id' AS id, max(started_at) AS at FROM calls
                    WHERE caller -> 'who' ->> 'id' = ANY($1) AND case_id IS NOT NULL GROUP BY 1`,
                values: [contactIds]
            });
            return new Map(rows.map(({ id, at }) => [id, at]));
        },

        /** The calls in which this agent's part ended within [from, to). */
        historyOf: (agent: string, from: Instant, to: Instant): Promise<Call[]> =>
            calls(
                'history',
                `WHERE calls.id IN (SELECT call_id FROM legs WHERE agent = $1 AND state = 'ended' AND ended_at >= $2 AND ended_at < $3
                 ORDER BY ended_at DESC LIMIT ${MAX_HISTORY})`,
                [agent, from, to]
            )
    };
}

export type CallQueries = ReturnType<typeof createCallQueries>;
