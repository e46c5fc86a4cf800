import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/store/embedded/embeddedPostgres.ts';
import { eventually } from '../../support/eventually.ts';
import { spawnBridgeProcess } from './bridgeProcess.ts';
import { answers, serverPid } from './serverState.ts';
import { temporaryFolders } from './temporaryFolder.ts';

jest.setTimeout(60_000);
const newFolder = temporaryFolders();

let dataDir: string;
beforeEach(async () => {
    dataDir = await newFolder();
});
afterEach(async () => {
    const pid = await serverPid(dataDir);
    if (pid === null) return;
    process.kill(pid, 'SIGQUIT');
    await serverIsGone();
});

const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres(dataDir);
const serverIsGone = () =>
    eventually(
        () => serverPid(dataDir),
        (pid) => pid === null
    );

async function signalServer(signal: NodeJS.Signals): Promise<void> {
    const pid = await serverPid(dataDir);
    if (pid === null) throw new Error('No PostgreSQL runs');
    process.kill(pid, signal);
    await serverIsGone();
}

describe('two bridges on one folder', () => {
    test('the second one to come leaves the server to the first', async () => {
        const first = await start();
        const second = await start();
        expect(second.adopted).toBe(true);

        await second.stop();
        expect(await answers(first.address)).toBe(true);

        await first.stop();
        expect(await serverPid(dataDir)).toBeNull();
    });

    test('the one that started the server leaves it to the other', async () => {
        const first = await start();
        const second = await start();

        await first.stop();
        expect(await answers(second.address)).toBe(true);

        await second.stop();
        expect(await serverPid(dataDir)).toBeNull();
    });

    test('stop the server once when both stop at the same time', async () => {
        const both = [await start(), await start()];
        await Promise.all(both.map((each) => each.stop()));
        expect(await serverPid(dataDir)).toBeNull();
    });

    test('start one server when both start at the same time', async () => {
        await (await start()).stop();
        const both = await Promise.all([start(), start()]);
        expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
        for (const each of both) await each.stop();
        expect(await serverPid(dataDir)).toBeNull();
    });

    test('still know of each other after PostgreSQL ended their sessions', async () => {
        const first = await start();
        const second = await start();
        await endAllSessions(first);

        await second.stop();
        expect(await answers(first.address)).toBe(true);
        await first.stop();
        expect(await serverPid(dataDir)).toBeNull();
    });

    test('a bridge that starts while the last one stops has a server in the end', async () => {
        const first = await start();
        const stopped = first.stop();
        const second = await start();
        await stopped;
        expect(await answers(second.address)).toBe(true);
        await second.stop();
        expect(await serverPid(dataDir)).toBeNull();
    });
});

test('the bridge that adopts the server of a killed one stops it', async () => {
    const killed = spawnBridgeProcess(dataDir);
    await killed.started;
    await killed.kill();

    const postgres = await start();
    expect(postgres.adopted).toBe(true);
    await postgres.stop();
    expect(await serverPid(dataDir)).toBeNull();
});

test.each(['SIGINT', 'SIGKILL'] as const)('stops although PostgreSQL already ended by %s', async (signal) => {
    const postgres = await start();
    await signalServer(signal);
    await expect(postgres.stop()).resolves.toBeUndefined();

    const next = await start();
    expect(next.adopted).toBe(false);
    await next.stop();
});

/** Ends every session on the server, and waits until both bridges have theirs again. */
async function endAllSessions({ address }: EmbeddedPostgres): Promise<void> {
    const client = new pg.Client(address);
    await client.connect();
    const others = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    const { rows: ended } = await client.query(`SELECT pid, pg_terminate_backend(pid, 5000) ${others}`);
    await eventually(
        async () => (await client.query(`SELECT pid ${others}`)).rows.length,
        (sessions) => sessions === ended.length
    );
    await client.end();
}
