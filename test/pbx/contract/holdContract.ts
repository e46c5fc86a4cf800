import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endsWithThisProcess } from '../endsWithThisProcess.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const LIMIT_MS = 120_000;

/**
 * Plays the contract of telephony sides against an Asterisk of its own. Whether it was held; jest tells the rest.
 *
 * @param folder for the PBX and its logs, and whatever else it writes; it stays
 * @param signal ends it, and all that it started
 */
export async function holdContract(folder: string, signal: AbortSignal): Promise<boolean> {
    await mkdir(folder, { recursive: true });
    const jest = join(REPOSITORY, 'node_modules/jest/bin/jest.js');
    const list = [jest, '--config', join(import.meta.dirname, 'jest.config.js')];
    const child = spawn(...endsWithThisProcess(process.execPath, list), {
        cwd: REPOSITORY,
        env: { ...process.env, TMPDIR: folder, PBX_FOLDER: folder },
        stdio: 'inherit',
        timeout: LIMIT_MS
    });
    const ended = once(child, 'exit');
    const end = () => child.kill();
    signal.addEventListener('abort', end);
    const [code] = (await ended.finally(() => signal.removeEventListener('abort', end))) as [number | null];
    return code === 0;
}
