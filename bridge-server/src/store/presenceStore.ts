import type { Agent } from '../contract/agentApi.ts';
import type { Instant } from '../contract/instant.ts';
import type { ChosenPresence, Presence } from '../contract/presence.ts';
import { type Database, query } from './database.ts';

/** An agent who signed in at least once, and whether they take calls. */
export interface StoredPresence {
    readonly extension: string;
    readonly name: string;
    /** Counts the changes: of two readings the greater one is the later one. */
    readonly version: number;
    readonly presence: Presence;
}

interface Choice {
    readonly state: ChosenPresence;
    readonly reason: string | null;
}

/** A leg whose agent spoke with the customer, and which is over. */
interface SpokenLeg {
    readonly callId: string;
    readonly legId: string;
    readonly agent: string;
    readonly endedAt: Instant;
}

interface PresenceRow {
    extension: string;
    user_id: string;
    name: string;
    version: number;
    state: ChosenPresence;
    reason: string | null;
    automatic: boolean;
    since: string;
    wrap_up_call: string | null;
    wrap_up_leg: string | null;
    wrap_up_since: string | null;
    wrap_up_ends_at: string | null;
}

/** A part in a call that takes all of the agent's attention. */
const ON_CALL = `legs.agent = presences.extension AND legs.state <> 'ended' AND legs.state <> 'ringing'`;

/** Changes the presences of a condition, counts it, and tells every replica. */
const change = (assignments: string, condition: string): string => `
WITH changed AS (UPDATE presences SET ${assignments}, version = version + 1 WHERE ${condition} RETURNING *)
SELECT changed.*, pg_notify('agents', version || ' ' || extension) FROM changed`;

const ENSURE = `
WITH changed AS (
    INSERT INTO presences AS p (extension, user_id, name, since) VALUES ($1, $2, $3, $4)
    ON CONFLICT (extension) DO UPDATE SET name = excluded.name, version = p.version + 1
    RETURNING *
)
SELECT changed.*, pg_notify('agents', version || ' ' || extension) FROM changed`;

/** An extension that went to somebody else: what its former agent chose is not theirs. */
const HAND_ON = change(
    `user_id = $2, name = $3, state = 'available', reason = NULL, automatic = false, since = $4, wrap_up_ends_at = NULL`,
    'extension = $1 AND user_id <> $2'
);

const CHOOSE = change(
    `since = CASE WHEN (state, reason, automatic) IS NOT DISTINCT FROM ($2::text, $3::text, false) THEN since ELSE $4 END,
    state = $2, reason = $3, automatic = false,
    wrap_up_ends_at = CASE WHEN $2 = 'available' THEN NULL ELSE wrap_up_ends_at END`,
    'extension = $1'
);

const BEGIN_WRAP_UP = change(
    'wrap_up_call = $2, wrap_up_leg = $3, wrap_up_since = $4, wrap_up_ends_at = $5',
    `extension = $1 AND (wrap_up_since IS NULL OR wrap_up_since < $4) AND NOT EXISTS (SELECT FROM legs WHERE ${ON_CALL})`
);

const END_WRAP_UP_ON_CALL = change(
    'wrap_up_ends_at = NULL',
    `extension = $1 AND wrap_up_ends_at IS NOT NULL AND EXISTS (SELECT FROM legs WHERE ${ON_CALL})`
);

const FINISH_WRAP_UP = change('wrap_up_ends_at = NULL', 'extension = $1 AND wrap_up_ends_at IS NOT NULL');

const END_DUE_WRAP_UPS = change('wrap_up_ends_at = NULL', 'wrap_up_ends_at <= $1');

/**
 * The last legs that say whether the agent is there, since they became available: a call that they took or refused
 * says yes, one that rang out says no. One that the customer gave up or a colleague took says nothing.
 */
const PAUSE_FOR_MISSING = change(
    `state = 'paused', reason = NULL, automatic = true, since = $3`,
    `extension = $1 AND state = 'available' AND NOT EXISTS (SELECT FROM legs WHERE ${ON_CALL}) AND $2 = (
        SELECT count(*) FILTER (WHERE answered_at IS NULL AND end_reason = 'noAnswer') FROM (
            SELECT legs.answered_at, legs.end_reason FROM legs JOIN calls ON calls.id = legs.call_id
            WHERE legs.agent = presences.extension AND legs.state = 'ended' AND legs.ended_at > presences.since
                AND (legs.answered_at IS NOT NULL OR legs.end_reason = 'refused' OR (legs.end_reason = 'noAnswer'
                    AND legs.kind = 'offer' AND legs.offered_at >= presences.since AND calls.direction <> 'internal'))
            ORDER BY legs.ended_at DESC LIMIT $2
        ) AS last
    )`
);

/** Presences of agents, shared by all replicas. What changes one notifies all of them; nothing comes back when nothing changed. */
export function createPresenceStore(database: Database) {
    const run = async (name: string, text: string, values: unknown[]): Promise<StoredPresence[]> =>
        (await query<PresenceRow>(database, { name: `presence-${name}`, text, values })).map(fromRow);
    const runForOne = async (name: string, text: string, values: unknown[]): Promise<StoredPresence | null> =>
        (await run(name, text, values))[0] ?? null;

    const read = (extensions: readonly string[]): Promise<StoredPresence[]> =>
        run('read', 'SELECT * FROM presences WHERE extension = ANY($1)', [extensions]);

    return {
        all: (): Promise<StoredPresence[]> => run('all', 'SELECT * FROM presences', []),

        read,

        /** The agent's presence under their present name; the first time, and for another user, they are available. */
        async ensure({ extension, userId, name }: Agent, now: Instant): Promise<StoredPresence> {
            const [row] = await query<PresenceRow>(database, {
                name: 'presence-find',
                text: 'SELECT * FROM presences WHERE extension = $1',
                values: [extension]
            });
            if (row?.user_id === userId && row.name === name) return fromRow(row);
            const values = [extension, userId, name, now];
            const stored = (await runForOne('hand-on', HAND_ON, values)) ?? (await runForOne('ensure', ENSURE, values));
            if (!stored) throw new Error('PostgreSQL gave no row back for an upsert');
            return stored;
        },

        /** What was chosen holds since now, unless it held before. Who makes themselves available wraps up no more. */
        choose: (extension: string, { state, reason }: Choice, now: Instant): Promise<StoredPresence | null> =>
            runForOne('choose', CHOOSE, [extension, state, reason, now]),

        /** Not while the agent has another call, and not for a leg that began a wrap-up before. */
        beginWrapUp: (leg: SpokenLeg, endsAt: Instant): Promise<StoredPresence | null> =>
            runForOne('begin-wrap-up', BEGIN_WRAP_UP, [leg.agent, leg.callId, leg.legId, leg.endedAt, endsAt]),

        /** When the agent has a call. */
        endWrapUpOnCall: (extension: string): Promise<StoredPresence | null> =>
            runForOne('end-wrap-up', END_WRAP_UP_ON_CALL, [extension]),

        finishWrapUp: (extension: string): Promise<StoredPresence | null> =>
            runForOne('finish-wrap-up', FINISH_WRAP_UP, [extension]),

        /** Whose wrap-up has run out; each is given to one replica only. */
        endDueWrapUps: (now: Instant): Promise<StoredPresence[]> => run('end-due', END_DUE_WRAP_UPS, [now]),

        /** Pauses an agent whose last `missed` offers rang out. */
        pauseForMissing: (extension: string, missed: number, now: Instant): Promise<StoredPresence | null> =>
            runForOne('pause-for-missing', PAUSE_FOR_MISSING, [extension, missed, now]),

        /** Since when each agent who is on a call is. */
        async onCallSince(): Promise<ReadonlyMap<string, Instant>> {
            const rows = await query<{ agent: string; since: string }>(database, {
                name: 'on-call-since',
                text: `SELECT agent, min(coalesce(answered_at, offered_at)) AS since FROM legs
                    WHERE state <> 'ended' AND state <> 'ringing' GROUP BY agent`
            });
            return new Map(rows.map(({ agent, since }) => [agent, since]));
        }
    };
}

export type PresenceStore = ReturnType<typeof createPresenceStore>;

const fromRow = (row: PresenceRow): StoredPresence => ({
    extension: row.extension,
    name: row.name,
    version: row.version,
    presence: {
        state: row.state,
        reason: row.reason,
        automatic: row.automatic,
        since: row.since,
        wrapUp:
            row.wrap_up_ends_at === null
                ? null
                : {
                      callId: row.wrap_up_call ?? '',
                      legId: row.wrap_up_leg ?? '',
                      since: row.wrap_up_since ?? row.wrap_up_ends_at,
                      endsAt: row.wrap_up_ends_at
                  }
    }
});
