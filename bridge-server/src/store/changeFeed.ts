import pg from 'pg';
import { clientConfig, type Database, type DatabaseAddress, query } from './database.ts';
import { REPLICA_LOCK } from './replicas.ts';

export interface CallChange {
    readonly callId: string;
    readonly changeId: number;
}

export interface PresenceChange {
    readonly extension: string;
    readonly version: number;
}

export interface ChangeListener {
    readonly onChange: (change: CallChange) => void;
    readonly onPresence: (change: PresenceChange) => void;
    readonly onLost: (error: Error) => void;
}

interface ChangeFeedOptions extends ChangeListener {
    readonly address: DatabaseAddress;
    readonly database: Database;
    /** This replica's number; its advisory lock is held as long as this session lives. */
    readonly owner: number;
}

const RECONNECT_MS = 500;
const KEEP_ALIVE_MS = 10_000;
/** Change ids are given before the commit, so a smaller one can become visible later than a greater one. */
const OVERLAP = 1_000;

/**
 * Tells of every change of every call and every presence, whichever replica made it: LISTEN, and after a lost session
 * a read of what was missed, with overlap (all presences: they are few). A change may be told more than once. Resolves
 * to what closes the session.
 */
export async function followChanges({
    address,
    database,
    owner,
    onChange,
    onPresence,
    onLost
}: ChangeFeedOptions): Promise<() => Promise<void>> {
    let closed = false;
    let session: pg.Client | null = null;
    let reconnecting: NodeJS.Timeout | undefined;
    let seen = await lastChangeId(database);

    const tell = (change: CallChange) => {
        seen = Math.max(seen, change.changeId);
        onChange(change);
    };

    async function connect(): Promise<void> {
        const client = new pg.Client({
            ...clientConfig(address),
            keepAlive: true,
            keepAliveInitialDelayMillis: KEEP_ALIVE_MS
        });
        client.on('notification', ({ channel, payload = '' }) => {
            const { number, id } = parsePayload(payload);
            if (channel === 'agents') onPresence({ extension: id, version: number });
            else tell({ callId: id, changeId: number });
        });
        client.on('error', (error) => reconnect(client, error));
        client.on('end', () => reconnect(client, new Error('PostgreSQL closed the session')));
        session = client;
        try {
            await client.connect();
            await client.query('LISTEN calls');
            await client.query('LISTEN agents');
            for (const change of await changesAfter(database, seen - OVERLAP)) tell(change);
            for (const change of await presenceVersions(database)) onPresence(change);
            // last, because a stale session of ours may hold it for a while
            await client.query('SELECT pg_advisory_lock($1, $2)', [REPLICA_LOCK, owner]);
        } catch (error) {
            reconnect(client, error instanceof Error ? error : new Error(String(error)));
        }
    }

    function reconnect(client: pg.Client, error: Error): void {
        if (closed || client !== session) return;
        session = null;
        void client.end().catch(() => undefined);
        onLost(error);
        reconnecting = setTimeout(() => void connect(), RECONNECT_MS);
    }

    await connect();
    return async () => {
        closed = true;
        clearTimeout(reconnecting);
        await session?.end().catch(() => undefined);
    };
}

const parsePayload = (payload: string): { number: number; id: string } => {
    const space = payload.indexOf(' ');
    return { number: Number(payload.slice(0, space)), id: payload.slice(space + 1) };
};

async function lastChangeId(database: Database): Promise<number> {
    const [row] = await query<{ last: number | null }>(database, { text: 'SELECT max(change_id) AS last FROM calls' });
    return row?.last ?? 0;
}

async function changesAfter(database: Database, changeId: number): Promise<CallChange[]> {
    const text = 'SELECT id, change_id FROM calls WHERE change_id > $1 ORDER BY change_id';
    const rows = await query<{ id: string; change_id: number }>(database, { text, values: [changeId] });
    return rows.map((row) => ({ callId: row.id, changeId: row.change_id }));
}

const presenceVersions = (database: Database): Promise<PresenceChange[]> =>
    query<{ extension: string; version: number }>(database, { text: 'SELECT extension, version FROM presences' });
