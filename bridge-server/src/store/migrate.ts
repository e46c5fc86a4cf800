import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Any fixed number: replicas that start together migrate one after the other. */
const MIGRATION_LOCK = 7000;

/** Runs the numbered files of `migrations/` that this database has not seen, all or none. */
export async function migrate(database: Database): Promise<void> {
    const client = await database.connect();
    try {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
        await client.query(
            'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, run_at timestamptz NOT NULL DEFAULT now())'
        );
        const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
        const done = new Set(rows.map(({ name }) => name));
        const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted();
        for (const file of files.filter((name) => !done.has(name))) {
            await client.query(await readFile(join(MIGRATIONS, file), 'utf8'));
            await client.query('INSERT INTO migrations (name) VALUES ($1)', [file]);
        }
        await client.query('COMMIT');
    } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
    } finally {
        client.release();
    }
}
