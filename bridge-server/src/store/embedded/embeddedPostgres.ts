import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseAddress } from '../database.ts';
import { makeCluster } from './makeCluster.ts';
import { createProgramRunner, type ProgramRunner } from './programRunner.ts';
import { findServerUser, makeServerFolder } from './serverUser.ts';
import { makeSocketFolder, removeSocketFolder, socketFolderOf } from './socketFolder.ts';
import { stopServer } from './stopServer.ts';
import { type ServerUse, useServer } from './useServer.ts';

export interface EmbeddedPostgres {
    readonly address: DatabaseAddress;
    /** Whether a server was found running: that of a bridge that was killed, or of another one on the same folder. */
    readonly adopted: boolean;
    /** Stops the server, unless another bridge uses it. Succeeds when it has already stopped. */
    stop(): Promise<void>;
}

const PORT = 5432;
const USER = 'bridge';
const SETTINGS = [
    "listen_addresses=''",
    'unix_socket_permissions=0700',
    'shared_buffers=32MB',
    'max_connections=40',
    'log_min_messages=warning'
];
/** What another bridge starts or stops, or the `postmaster.pid` of a killed server, settles within moments. */
const START_TRIES = 10;
const START_RETRY_MS = 500;

/**
 * Starts PostgreSQL in a folder of the bridge's own, or adopts the one that still runs there. It listens on a Unix
 * socket only, which is closed to the machine's other users. On Windows the bridge needs a DATABASE_URL.
 *
 * @param dataDir made when absent; must be reachable by the user `nobody` when the bridge runs as root
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
    const folder = resolve(dataDir);
    const user = findServerUser();
    await makeServerFolder(folder, user);
    const run = await createProgramRunner(folder, user);
    const data = await makeCluster(run, folder, USER);
    const log = join(folder, 'postgres.log');
    const sockets = socketFolderOf(folder);
    const address = { host: sockets, port: PORT, user: USER, database: 'postgres' };

    for (let attempt = 1; ; attempt++) {
        await makeSocketFolder(sockets, user);
        const running = await useServer(address).catch(() => null);
        if (running) return { address, adopted: true, stop: () => stop(running) };
        try {
            await startServer(run, data, log, sockets);
            const started = await useServer(address);
            return { address, adopted: false, stop: () => stop(started) };
        } catch (cause) {
            if (attempt === START_TRIES) throw new Error(`PostgreSQL did not start; ${log} says why`, { cause });
            await delay(START_RETRY_MS);
        }
    }

    async function stop(use: ServerUse): Promise<void> {
        await use.end(async () => {
            await stopServer(run, data);
            await removeSocketFolder(sockets);
        });
    }
}

/** The log is a file, because the server outlives this process and must not hold its pipes. */
async function startServer(run: ProgramRunner, data: string, log: string, sockets: string): Promise<void> {
    const settings = SETTINGS.map((setting) => `-c ${setting}`).join(' ');
    const options = `${settings} -k "${sockets}" -p ${PORT}`;
    await run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', options]);
}
