import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** @throws Error that says what to install when there is no sipp: without callers nothing is tested */
export async function requireSipp(): Promise<void> {
    try {
        await promisify(execFile)('sipp', ['-v']);
    } catch (error) {
        // it says its version and ends with an error
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
        throw new Error('There is no sipp: apt-get install sip-tester (Debian, Ubuntu).', { cause: error });
    }
}
