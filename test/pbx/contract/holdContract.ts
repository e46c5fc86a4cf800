import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const REPOSITORY = join(import.meta.dirname, '../../..');
const LIMIT_MS = 180_000;

/** Plays the contract of telephony sides against an Asterisk of its own. Whether it was held; jest tells the rest. */
export async function holdContract(): Promise<boolean> {
    const jest = join(REPOSITORY, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, '--config', join(import.meta.dirname, 'jest.config.js')], {
        cwd: REPOSITORY,
        stdio: 'inherit',
        timeout: LIMIT_MS
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
}
