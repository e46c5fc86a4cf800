import { chmod, chown, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/store/embedded/embeddedPostgres.ts';
import { answers } from './serverState.ts';
import { temporaryFolders } from './temporaryFolder.ts';

jest.setTimeout(60_000);
const SOMEBODY_ELSE = 12_345;
const PERMISSIONS = 0o777;
const newFolder = temporaryFolders();
const asRoot = process.getuid?.() === 0 ? test : test.skip;

let dataDir: string;
let sockets: string;

/** A first start tells where the sockets of a folder lie. */
beforeEach(async () => {
    dataDir = await newFolder();
    const postgres = await startEmbeddedPostgres(dataDir);
    sockets = socketsOf(postgres);
    await postgres.stop();
    await rm(sockets, { recursive: true, force: true });
});
afterEach(() => rm(sockets, { recursive: true, force: true }));

function socketsOf({ address }: EmbeddedPostgres): string {
    if (!('host' in address)) throw new Error('The embedded PostgreSQL listens on a Unix socket');
    return address.host;
}

const permissions = async (path: string): Promise<number> => (await stat(path)).mode & PERMISSIONS;

/** What the start says when it refuses; a server that starts all the same is stopped. */
async function refusal(): Promise<string> {
    try {
        await (await startEmbeddedPostgres(dataDir)).stop();
        return 'it started';
    } catch (error) {
        return String(error);
    }
}

test('closes a folder that was open to everybody before PostgreSQL listens there', async () => {
    await mkdir(sockets);
    await chmod(sockets, 0o777);

    const postgres = await startEmbeddedPostgres(dataDir);
    try {
        expect(await answers(postgres.address)).toBe(true);
        expect(await permissions(sockets)).toBe(0o700);
        expect(await permissions(join(sockets, '.s.PGSQL.5432'))).toBe(0o700);
    } finally {
        await postgres.stop();
    }
});

test('refuses a link in the place of its folder, and leaves alone what it points to', async () => {
    const elsewhere = await newFolder();
    await chmod(elsewhere, 0o755);
    await symlink(elsewhere, sockets);

    expect(await refusal()).toContain(`${sockets} is not a folder of its own. Remove it, or set TMPDIR`);
    expect(await permissions(elsewhere)).toBe(0o755);
});

asRoot('refuses a folder of another user, and says what to do', async () => {
    await mkdir(sockets);
    await chown(sockets, SOMEBODY_ELSE, SOMEBODY_ELSE);

    expect(await refusal()).toContain(
        `${sockets} belongs to another user (${SOMEBODY_ELSE}). Remove it, or set TMPDIR`
    );
    expect((await stat(sockets)).uid).toBe(SOMEBODY_ELSE);
    expect(await readFile(join(dataDir, 'data/PG_VERSION'), 'utf8')).toMatch(/^18/);
});
