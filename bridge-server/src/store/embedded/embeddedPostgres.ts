import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DatabaseAddress } from '../database.ts';
import { findPostgresBinaries, type PostgresBinaries, type PostgresProgram } from './postgresBinaries.ts';

export interface EmbeddedPostgres {
    readonly address: DatabaseAddress;
    /** Whether a server that outlived an earlier bridge was found running. */
    readonly adopted: boolean;
    stop(): Promise<void>;
}

const run = promisify(execFile);
const PORT = 5432;
const USER = 'bridge';
const PROGRAM_TIMEOUT_MS = 60_000;
/** A `postmaster.pid` of a server that was killed goes stale within moments. */
const START_TRIES = 5;
const START_RETRY_MS = 500;
/** PostgreSQL refuses to run as root: then it runs as nobody. */
const NOBODY = 65534;

/**
 * Starts PostgreSQL in a folder of the bridge's own, or adopts the one that still runs there. It listens on a Unix
 * socket only. On Windows the bridge needs a DATABASE_URL.
 *
 * @param dataDir made when absent; must be reachable by the user `nobody` when the bridge runs as root
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
    const folder = resolve(dataDir);
    const data = join(folder, 'data');
    const binaries = await findPostgresBinaries();
    const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const sockets = socketFolder(folder);
    for (const each of [folder, sockets]) await makeOwnFolder(each, identity);
    const program = programRunner(binaries, folder, identity);

    await program('initdb', ['--version']).catch((error: unknown) => refuseUnreachable(folder, error));
    if (!(await exists(join(data, 'PG_VERSION')))) {
        await rm(data, { recursive: true, force: true });
        await program('initdb', [
            '-D',
            data,
            '-U',
            USER,
            '-A',
            'trust',
            '-E',
            'UTF8',
            '--locale=C',
            '--no-instructions'
        ]);
    }
    const adopted = await program('pg_ctl', ['status', '-D', data]).then(
        () => true,
        () => false
    );
    if (!adopted) await startServer(program, folder, data, sockets);
    const address = { host: sockets, port: PORT, user: USER, database: 'postgres' };
    return {
        address,
        adopted,
        async stop() {
            await program('pg_ctl', ['stop', '-m', 'fast', '-w', '-D', data]);
            await rm(sockets, { recursive: true, force: true });
        }
    };
}

type ProgramRunner = (program: PostgresProgram, options: string[]) => Promise<void>;

const programRunner =
    (binaries: PostgresBinaries, cwd: string, identity: { uid?: number; gid?: number }): ProgramRunner =>
    async (program, options) => {
        const environment = { ...process.env, LC_ALL: 'C' };
        await run(binaries[program], options, { ...identity, cwd, env: environment, timeout: PROGRAM_TIMEOUT_MS });
    };

async function startServer(program: ProgramRunner, folder: string, data: string, sockets: string): Promise<void> {
    const settings = ["listen_addresses=''", 'shared_buffers=32MB', 'max_connections=40', 'log_min_messages=warning'];
    const options = `${settings.map((setting) => `-c ${setting}`).join(' ')} -k "${sockets}" -p ${PORT}`;
    for (let attempt = 1; ; attempt++) {
        try {
            // the log is a file, because the server outlives this process and must not hold its pipes
            await program('pg_ctl', [
                'start',
                '-w',
                '-t',
                '60',
                '-D',
                data,
                '-l',
                join(folder, 'postgres.log'),
                '-o',
                options
            ]);
            return;
        } catch (cause) {
            if (attempt === START_TRIES) {
                throw new Error(`PostgreSQL did not start; ${join(folder, 'postgres.log')} says why`, { cause });
            }
            await delay(START_RETRY_MS);
        }
    }
}

/** Short and of its own, because the path of a Unix socket has 107 bytes at most. */
const socketFolder = (folder: string): string =>
    join(tmpdir(), `softphone-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);

async function makeOwnFolder(folder: string, { uid, gid }: { uid?: number; gid?: number }): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

function refuseUnreachable(folder: string, cause: unknown): never {
    throw new Error(
        `PostgreSQL cannot run as root, and the user nobody (${NOBODY}) cannot reach ${folder} or this project's node_modules. ` +
            'Run the bridge as another user, move the project to a folder that others may enter (such as /srv or /opt), or set DATABASE_URL.',
        { cause }
    );
}

const exists = (path: string): Promise<boolean> =>
    stat(path).then(
        () => true,
        () => false
    );
