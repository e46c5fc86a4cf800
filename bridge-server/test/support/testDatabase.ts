import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DEFAULT_RULES } from '../../src/calls/plan.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import { openStore, type Store } from '../../src/store/openStore.ts';

interface ServerAddress {
    host: string;
    port: number;
    user: string;
    database: string;
}

const serverAddress = (): ServerAddress => JSON.parse(process.env['TEST_POSTGRES'] ?? 'null') as ServerAddress;

/** A new, empty database on the run's PostgreSQL. */
export async function createTestDatabase(): Promise<DatabaseAddress & ServerAddress> {
    const database = `test_${randomUUID().replaceAll('-', '')}`;
    const client = new pg.Client(serverAddress());
    await client.connect();
    await client.query(`CREATE DATABASE ${database}`);
    await client.end();
    return { ...serverAddress(), database };
}

/** The same database as an address for `DATABASE_URL`. */
export const toDatabaseUrl = ({ host, port, user, database }: ServerAddress): string =>
    `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

export const openTestStore = (address: DatabaseAddress): Promise<Store> =>
    openStore({ address, dayOf: (instant) => instant.slice(0, 10), rules: DEFAULT_RULES, maxConnections: 5 });
