import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProgramRunner } from './programRunner.ts';

const STOP_TIMEOUT_MS = 60_000;
const POLL_MS = 25;

/**
 * Stops the server of a data folder; nothing is to do when none runs. Waits for the very process that ran (`pg_ctl`
 * would go on to wait for the next server, which another bridge may start at once).
 */
export async function stopServer(run: ProgramRunner, data: string): Promise<void> {
    const pid = await findServer(data);
    if (pid === null) return;
    const runs = async () => (await findServer(data)) === pid;
    await run('pg_ctl', ['stop', '-m', 'fast', '-W', '-D', data]).catch(async (error: unknown) => {
        if (await runs()) throw error;
    });
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (await runs()) {
        if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) did not stop`);
        await delay(POLL_MS);
    }
}

/** The server's process; null when there is none, though its `postmaster.pid` may have outlived it. */
async function findServer(data: string): Promise<number | null> {
    const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number.parseInt(text, 10);
    return pid > 0 && isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
