import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseAddress } from '../../../src/store/database.ts';

/** Whether a PostgreSQL answers at the address. */
export async function answers(address: DatabaseAddress): Promise<boolean> {
    const client = new pg.Client(address);
    client.on('error', () => undefined);
    try {
        await client.connect();
        await client.query('SELECT 1');
        return true;
    } catch {
        return false;
    } finally {
        await client.end().catch(() => undefined);
    }
}

/** The process of the PostgreSQL that runs in a data folder; null when none does. */
export async function serverPid(dataDir: string): Promise<number | null> {
    const text = await readFile(join(dataDir, 'data/postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number.parseInt(text, 10);
    return Number.isNaN(pid) || !isAlive(pid) ? null : pid;
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
