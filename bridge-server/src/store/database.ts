import pg from 'pg';

export type Database = pg.Pool;

const TIMESTAMPTZ = 1184;
const INT8 = 20;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** For a server that vanished without a word. */
const QUERY_TIMEOUT_MS = 20_000;

/** Where PostgreSQL is: an address, or the folder of its Unix socket. */
export type DatabaseAddress =
    | { readonly connectionString: string }
    | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

/** Instants come back as ISO strings in UTC, change ids as numbers. */
const types: pg.CustomTypesConfig = {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
        if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
        if (oid === INT8) return Number;
        return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
    }
} as pg.CustomTypesConfig;

export const clientConfig = (address: DatabaseAddress): pg.ClientConfig => ({
    ...address,
    types,
    application_name: 'softphone-bridge',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS
});

/** The pool of all statements. An idle connection that breaks is replaced; the statement that needs it tells. */
export function openDatabase(address: DatabaseAddress, maxConnections: number): Database {
    const pool = new pg.Pool({
        ...clientConfig(address),
        max: maxConnections,
        statement_timeout: STATEMENT_TIMEOUT_MS,
        query_timeout: QUERY_TIMEOUT_MS
    });
    pool.on('error', () => undefined);
    // one that breaks between two statements of a transaction, too: the next of them tells
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
}

/** PostgreSQL cannot be asked now; what was to be stored is not stored, and may be tried again. */
export class StoreUnavailable extends Error {
    override readonly name = 'StoreUnavailable';
    readonly retryable = true;
}

/** PostgreSQL refuses this datum, and will again. */
export class StoreRefused extends Error {
    override readonly name = 'StoreRefused';
    readonly retryable = false;
    readonly status = 400;
}

// 22: data exception, 23: constraint
const REFUSED = /^(22|23)/;
// 08: connection, 53: no resources, 57: shutting down or cancelled, 40: serialisation and deadlock, 55P03: locked,
// 25006: a standby
const PASSING = /^(08|53|57|40|55P03|25006)/;
const NETWORK = new Set([
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN'
]);

/** Runs a statement; errors that pass by themselves become StoreUnavailable. */
export async function query<Row extends pg.QueryResultRow>(
    database: Database,
    statement: pg.QueryConfig
): Promise<Row[]> {
    try {
        return (await database.query<Row>(statement)).rows;
    } catch (error) {
        throw toStoreError(error);
    }
}

/** Runs a statement of a transaction. */
export type TransactionQuery = <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<Row[]>;

/** Runs statements that are stored together or not at all; each sees what others committed before it. */
export async function transaction<T>(database: Database, work: (query: TransactionQuery) => Promise<T>): Promise<T> {
    const client = await database.connect().catch((error: unknown) => {
        throw toStoreError(error);
    });
    let broken = false;
    try {
        await client.query('BEGIN');
        const result = await work(async <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => {
            return (await client.query<Row>(statement)).rows;
        });
        await client.query('COMMIT');
        return result;
    } catch (error) {
        await client.query('ROLLBACK').catch(() => (broken = true));
        throw toStoreError(error);
    } finally {
        client.release(broken);
    }
}

function toStoreError(error: unknown): unknown {
    if (isPassing(error)) return new StoreUnavailable('PostgreSQL cannot be reached now', { cause: error });
    if (REFUSED.test(codeOf(error)))
        return new StoreRefused('PostgreSQL refuses what was to be stored', { cause: error });
    return error;
}

/** The constraint that refused a statement, if one did. */
export const constraintOf = (error: unknown): string | null =>
    error instanceof StoreRefused && error.cause instanceof Error && 'constraint' in error.cause
        ? String(error.cause.constraint)
        : null;

const codeOf = (error: unknown): string =>
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function isPassing(error: unknown): boolean {
    if (!(error instanceof Error)) return false;
    const code = codeOf(error);
    return (
        PASSING.test(code) ||
        NETWORK.has(code) ||
        /Connection terminated|timeout exceeded|Client has encountered a connection error|Query read timeout/.test(
            error.message
        )
    );
}
