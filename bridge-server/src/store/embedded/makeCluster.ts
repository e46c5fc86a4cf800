import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgramRunner } from './programRunner.ts';

/**
 * Makes PostgreSQL's data in the folder `data` when there are none, and resolves to its path. They get that name only
 * when they are complete, because what an interrupted initdb leaves looks whole.
 */
export async function makeCluster(run: ProgramRunner, folder: string, superuser: string): Promise<string> {
    const data = join(folder, 'data');
    const files = await readdir(data).catch((): string[] => []);
    if (files.includes('PG_VERSION')) return data;
    if (files.length > 0) throw new Error(`${data} is no data folder of PostgreSQL; move it away`);

    const unfinished = join(folder, 'data.new');
    await rm(unfinished, { recursive: true, force: true });
    await run('initdb', [
        ...['-D', unfinished],
        ...['-U', superuser],
        ...['-A', 'trust'],
        ...['-E', 'UTF8'],
        '--locale=C',
        '--no-instructions'
    ]);
    await rename(unfinished, data);
    await flushNames(folder);
    return data;
}

/** A power cut must not undo the new name once there are calls in the folder. */
async function flushNames(folder: string): Promise<void> {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
}
