import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface TestCounts {
    readonly passed: number;
    readonly failed: number;
}

const REPOSITORY = join(import.meta.dirname, '../..');
const JEST = join(REPOSITORY, 'node_modules/jest/bin/jest.js');
/** The tests of who may hear a recording, against the local org's sign-in and sharing. */
const ACCESS_TESTS = 'recordingLink|recordings/access';
const LIMIT_MS = 10 * 60_000;

const resultSchema = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    /** Files that could not even be read. */
    numRuntimeErrorTestSuites: z.number()
});

export async function runAccessTests(): Promise<TestCounts> {
    const folder = await mkdtemp(join(tmpdir(), 'bench-jest-'));
    const outputFile = join(folder, 'result.json');
    try {
        const jest = spawn(
            process.execPath,
            [
                JEST,
                '--selectProjects',
                'bridge',
                '--testPathPattern',
                ACCESS_TESTS,
                '--silent',
                '--json',
                '--outputFile',
                outputFile
            ],
            { cwd: REPOSITORY, stdio: 'ignore', timeout: LIMIT_MS }
        );
        await once(jest, 'exit');
        const result = resultSchema.parse(JSON.parse(await readFile(outputFile, 'utf8')));
        return {
            passed: result.numPassedTests,
            failed: result.numFailedTests + result.numRuntimeErrorTestSuites
        };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
