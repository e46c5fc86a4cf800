import pg from 'pg';
import type { Instant } from '../contract/instant.ts';

export interface CallLogTableOptions {
    readonly connectionString: string;
    /** `cel`, or `asterisk.cel`. */
    readonly table: string;
}

/** The table of call records cannot be read; the cause says why. */
export class CallLogUnavailable extends Error {
    override readonly name = 'CallLogUnavailable';
    readonly retryable = true;
}

const CONNECT_TIMEOUT_MS = 5_000;
const ROWS_AT_ONCE = 1_000;
/** For one piece of the answer: a table without an index on its time is read as a whole. */
const STATEMENT_TIMEOUT_MS = 60_000;

/**
 * The rows that Asterisk's `cel_pgsql` or `cel_odbc` wrote into a PostgreSQL table, with the columns that Asterisk names,
 * `eventtime` as seconds since 1970. Each reading has a connection of its own, which only reads, and holds some rows at
 * once. Throws CallLogUnavailable.
 */
export const createCallLogTable = ({ connectionString, table }: CallLogTableOptions) => ({
    async *since(instant: Instant): AsyncGenerator<unknown> {
        const client = new pg.Client({
            connectionString,
            application_name: 'softphone-bridge',
            connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
            statement_timeout: STATEMENT_TIMEOUT_MS
        });
        // what breaks is told by the statement under way
        client.on('error', () => undefined);
        try {
            await client.connect();
            await client.query('BEGIN READ ONLY');
            await declareCursor(client, table, instant);
            for (;;) {
                const { rows } = await client.query<Record<string, unknown>>(`FETCH ${ROWS_AT_ONCE} FROM records`);
                yield* rows;
                if (rows.length < ROWS_AT_ONCE) return;
            }
        } catch (error) {
            throw new CallLogUnavailable('the table of call records cannot be read', { cause: error });
        } finally {
            await client.end().catch(() => undefined);
        }
    }
});

/** At the same microsecond a channel's end comes last. */
async function declareCursor(client: pg.Client, table: string, instant: Instant): Promise<void> {
    const name = table
        .split('.')
        .map((part) => pg.escapeIdentifier(part))
        .join('.');
    const { rows } = await client.query<{ type: string }>(
        `SELECT format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'eventtime'`,
        [name]
    );
    const time = TIME_BY_TYPE[rows[0]?.type ?? ''] ?? TIME_BY_TYPE['double precision'];
    if (!time) return;
    await client.query(
        `DECLARE records NO SCROLL CURSOR FOR
         SELECT logged.*, ${time.seconds} AS eventtime FROM ${name} AS logged
         WHERE logged.eventtime >= ${time.from(pg.escapeLiteral(instant))}
         ORDER BY logged.eventtime, (logged.eventtype = 'CHAN_END')::int`
    );
}

interface TimeColumn {
    /** Seconds since 1970. */
    readonly seconds: string;
    /** The instant as the column has it. */
    readonly from: (instant: string) => string;
}

/** Asterisk writes no zone: with `usegmtime = yes` a time without one is UTC. */
const TIME_BY_TYPE: Readonly<Record<string, TimeColumn>> = {
    'timestamp without time zone': {
        seconds: `extract(epoch FROM logged.eventtime AT TIME ZONE 'UTC')`,
        from: (instant) => `(${instant}::timestamptz AT TIME ZONE 'UTC')`
    },
    'timestamp with time zone': {
        seconds: 'extract(epoch FROM logged.eventtime)',
        from: (instant) => `${instant}::timestamptz`
    },
    'double precision': {
        seconds: 'logged.eventtime',
        from: (instant) => `extract(epoch FROM ${instant}::timestamptz)`
    }
};
