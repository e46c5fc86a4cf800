import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findPostgresBinaries, type PostgresProgram } from './postgresBinaries.ts';
import type { ServerUser } from './serverUser.ts';

/** Runs one of PostgreSQL's programs to its end. Rejects with what it wrote when it fails. */
export type ProgramRunner = (program: PostgresProgram, options: string[]) => Promise<void>;

const execute = promisify(execFile);
const PROGRAM_TIMEOUT_MS = 60_000;

/** PostgreSQL's programs, run by its user in its folder. Throws when that user cannot reach them or the folder. */
export async function createProgramRunner(folder: string, user: ServerUser): Promise<ProgramRunner> {
    const binaries = await findPostgresBinaries();
    const execution = { ...user, env: { ...process.env, LC_ALL: 'C' }, timeout: PROGRAM_TIMEOUT_MS };
    if (user) {
        await execute('/bin/sh', ['-c', 'cd "$1" && "$2" --version', 'sh', folder, binaries.initdb], {
            ...execution,
            cwd: '/'
        }).catch((cause: unknown) => refuseUnreachable(folder, cause));
    }
    return async (program, options) => {
        await execute(binaries[program], options, { ...execution, cwd: folder });
    };
}

function refuseUnreachable(folder: string, cause: unknown): never {
    throw new Error(
        `PostgreSQL cannot run as root, and the user nobody cannot reach ${folder} or this project's node_modules. ` +
            'Run the bridge as another user, move the project and its data to folders that others may enter ' +
            '(such as /srv or /opt), or set DATABASE_URL.',
        { cause }
    );
}
