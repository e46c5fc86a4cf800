import pg from 'pg';

export type Database = pg.Pool;

const TIMESTAMPTZ = 1184;
const INT8 = 20;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

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
        statement_timeout: STATEMENT_TIMEOUT_MS
    });
    pool.on('error', () => undefined);
    return pool;
}

/** PostgreSQL cannot be asked now; what was to be stored is not stored, and may be tried again. */
export class StoreUnavailable extends Error {
    override readonly name = 'StoreUnavailable';
    readonly retryable = true;
}

// 08: connection, 53: no resources, 57P0x: shutting down, 40: serialisation and deadlock, 25006: a standby
const PASSING = /^(08|53|57P0|40|25006)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Runs a statement; errors that pass by themselves become StoreUnavailable. */
export async function query<Row extends pg.QueryResultRow>(
    database: Database,
    statement: pg.QueryConfig
): Promise<Row[]> {
    try {
        return (await database.query<Row>(statement)).rows;
    } catch (error) {
        if (isPassing(error)) throw new StoreUnavailable('PostgreSQL cannot be reached now', { cause: error });
        throw error;
    }
}

function isPassing(error: unknown): boolean {
    if (!(error instanceof Error)) return false;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    return (
        PASSING.test(code) ||
        NETWORK.has(code) ||
        /Connection terminated|timeout exceeded|Client has encountered a connection error/.test(error.message)
    );
}
