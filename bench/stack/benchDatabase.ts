import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../bridge-server/src/store/embedded/embeddedPostgres.ts';
import { timeEach, type Timings } from '../timings.ts';

export interface BenchDatabase {
    /** For `DATABASE_URL`. */
    readonly url: string;
    query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
    close(): Promise<void>;
}

export interface BenchPostgres {
    /** A new, empty database. */
    createDatabase(): Promise<BenchDatabase>;
    stop(): Promise<void>;
}

/** The PostgreSQL that the bridge brings along, with settings as the bridge starts it, for databases of the bench. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-postgres-'));
    const postgres = await startEmbeddedPostgres(dataDir);
    const address = postgres.address;
    if (!('host' in address)) throw new Error('The embedded PostgreSQL has no socket.');
    const { host, port, user } = address;
    let databases = 0;
    return {
        async createDatabase() {
            const database = `bench_${++databases}`;
            const first = new pg.Client(address);
            await first.connect();
            await first.query(`CREATE DATABASE ${database}`);
            await first.end();
            const pool = new pg.Pool({ ...address, database, max: 1 });
            pool.on('error', () => undefined);
            return {
                url: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
                query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
                    (await pool.query<Row>(text, [...values])).rows,
                close: () => pool.end()
            };
        },
        async stop() {
            await postgres.stop();
            await rm(dataDir, { recursive: true, force: true });
        }
    };
}

const COMMITS = 300;

/** How long one small durable commit takes here, in ms: below it nothing that is stored can be told. */
export async function timeCommits(database: BenchDatabase): Promise<Timings> {
    await database.query('CREATE TABLE commits (number int)');
    return timeEach(COMMITS, (number) => database.query('INSERT INTO commits VALUES ($1)', [number]));
}
