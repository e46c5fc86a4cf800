import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeCluster } from '../../../bridge-server/src/store/embedded/makeCluster.ts';
import { createProgramRunner } from '../../../bridge-server/src/store/embedded/programRunner.ts';
import { findServerUser, makeServerFolder } from '../../../bridge-server/src/store/embedded/serverUser.ts';
import {
    makeSocketFolder,
    removeSocketFolder,
    socketFolderOf
} from '../../../bridge-server/src/store/embedded/socketFolder.ts';

/** Where a PostgreSQL of the drill listens. */
export interface PostgresAddress {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
}

export interface PostgresServer {
    readonly address: PostgresAddress;
    /** Ends it without a word to its clients (`-m immediate`, as a crash does), and starts it again. */
    crash(downMs: number): Promise<void>;
    /** Ends it, whoever started it. */
    stop(): Promise<void>;
}

const PORT = 5432;
const USER = 'bridge';
const SETTINGS = ["listen_addresses=''", 'shared_buffers=32MB', 'max_connections=60', 'log_min_messages=fatal'];

/**
 * A server in a folder of its own, for several replicas. `folder` as in `DATA_DIR`.
 *
 * @param startedBy `bridge`: a bridge on this `DATA_DIR` starts it, and it is only taken hold of
 */
export async function holdPostgresServer(folder: string, startedBy: 'drill' | 'bridge'): Promise<PostgresServer> {
    const user = findServerUser();
    await makeServerFolder(folder, user);
    const run = await createProgramRunner(folder, user);
    const data = join(folder, 'data');
    const log = join(folder, 'postgres.log');
    const sockets = socketFolderOf(resolve(folder));

    if (startedBy === 'drill') {
        await makeCluster(run, folder, USER);
        await makeSocketFolder(sockets, user);
        const settings = SETTINGS.map((setting) => `-c ${setting}`).join(' ');
        const options = `${settings} -k "${sockets}" -p ${PORT}`;
        await run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', options]);
    }

    const stop = () => run('pg_ctl', ['stop', '-m', 'immediate', '-w', '-D', data]).catch(() => undefined);
    return {
        address: { host: sockets, port: PORT, user: USER, database: 'postgres' },
        async crash(downMs) {
            await stop();
            await wait(downMs);
            // `restart` starts it with the options that it had; a bridge that starts meanwhile may have done so already
            await run('pg_ctl', ['restart', '-m', 'fast', '-w', '-t', '60', '-D', data, '-l', log]).catch(
                () => undefined
            );
        },
        async stop() {
            await stop();
            await removeSocketFolder(sockets);
        }
    };
}

/** The same as an address for `DATABASE_URL`. */
export const toDatabaseUrl = ({ host, port, user, database }: PostgresAddress): string =>
    `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
