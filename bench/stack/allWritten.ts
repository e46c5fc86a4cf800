import { setTimeout as wait } from 'node:timers/promises';
import type { BenchDatabase } from './benchDatabase.ts';

const POLL_MS = 100;
const UNFINISHED = 'SELECT FROM calls WHERE ended_at IS NULL OR due_at IS NOT NULL OR lease_owner IS NOT NULL LIMIT 1';

/** Resolves once every call has ended and lacks nothing in Salesforce, or after the limit. */
export async function allWritten(database: BenchDatabase, limitMs: number): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline && (await database.query(UNFINISHED)).length > 0) await wait(POLL_MS);
}
