import pg from 'pg';
import type { TestDatabase } from './databaseProxy.ts';
import { eventually } from './eventually.ts';

/** Runs one statement on a test's database, past the bridge. */
export async function queryDatabase<Row extends pg.QueryResultRow>(
    address: TestDatabase,
    text: string,
    values: unknown[] = []
): Promise<Row[]> {
    const client = new pg.Client(address);
    await client.connect();
    try {
        return (await client.query<Row>(text, values)).rows;
    } finally {
        await client.end();
    }
}

const UNFINISHED = 'SELECT id, due_at, lease_owner FROM calls WHERE due_at IS NOT NULL OR lease_owner IS NOT NULL';

/** Resolves once there are so many calls and Salesforce has everything of each: then records can be counted. */
export async function allCallsWritten(address: TestDatabase, count = 1): Promise<void> {
    await eventually(
        () => queryDatabase<{ id: string }>(address, 'SELECT id FROM calls WHERE ended_at IS NOT NULL'),
        (ended) => ended.length === count
    );
    await eventually(
        () => queryDatabase(address, UNFINISHED),
        (unfinished) => unfinished.length === 0
    );
}
