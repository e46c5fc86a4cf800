import { type CuttableProxy, startCuttableProxy } from './cuttableProxy.ts';
import type { createTestDatabase } from './testDatabase.ts';

export type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

export interface DatabaseProxy extends CuttableProxy {
    /** For `DATABASE_URL`: the database, over the way that can be cut. */
    readonly databaseUrl: string;
}

/** A way to a test's database that can be cut: for the bridge, PostgreSQL is then away. */
export async function startDatabaseProxy({ host, port, user, database }: TestDatabase): Promise<DatabaseProxy> {
    const proxy = await startCuttableProxy({ path: `${host}/.s.PGSQL.${port}` });
    return { ...proxy, databaseUrl: `postgres://${user}@127.0.0.1:${proxy.port}/${database}` };
}
