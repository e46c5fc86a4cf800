import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/store/embedded/embeddedPostgres.ts';
import { eventually } from '../../support/eventually.ts';
import { spawnBridgeProcess } from './bridgeProcess.ts';
import { answers } from './serverState.ts';
import { temporaryFolders } from './temporaryFolder.ts';

jest.setTimeout(60_000);
const newFolder = temporaryFolders();
const asRoot = process.getuid?.() === 0 ? test : test.skip;

/** initdb writes PG_VERSION early, long before the folder is of use. */
async function initdbIsUnderWay(dataDir: string): Promise<boolean> {
    const files = await readdir(dataDir, { recursive: true }).catch(() => []);
    return files.some((file) => file.endsWith('PG_VERSION'));
}

test('starts after a first start that was killed in the middle of initdb', async () => {
    const dataDir = await newFolder();
    const interrupted = spawnBridgeProcess(dataDir);
    await eventually(() => initdbIsUnderWay(dataDir), Boolean);
    await interrupted.kill();

    const postgres = await startEmbeddedPostgres(dataDir);
    try {
        expect(await answers(postgres.address)).toBe(true);
        expect((await readdir(dataDir)).sort()).toEqual(['data', 'postgres.log']);
    } finally {
        await postgres.stop();
    }
});

test('leaves alone a folder `data` that is no PostgreSQL', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'data'));
    await writeFile(join(dataDir, 'data/precious.txt'), 'kept');

    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow('is no data folder of PostgreSQL');
    expect(await readdir(join(dataDir, 'data'))).toEqual(['precious.txt']);
});

asRoot('refuses a folder that the user nobody cannot reach, and says what to do', async () => {
    const closedToOthers = await newFolder();

    await expect(startEmbeddedPostgres(join(closedToOthers, 'bridge'))).rejects.toThrow(
        /user nobody cannot reach .*Run the bridge as another user, move the project and its data .*, or set DATABASE_URL/
    );
});
