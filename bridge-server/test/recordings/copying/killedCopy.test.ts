import { createHash, randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, startProcess } from '../../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../../scripts/stack/freePorts.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestDatabase, toDatabaseUrl } from '../../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';

jest.setTimeout(120_000);

interface Row {
    readonly copied_at: Date | null;
    readonly file: string | null;
}

const CALL = `INSERT INTO calls (id, source, version, change_id, direction, protocol, started_at, ended_at, recorded)
    VALUES ('test:1', 'test', 1, 1, 'inbound', 'P-1', now() - interval '1 hour', now() - interval '50 min', true)`;
const TOLD = `INSERT INTO recordings (call_id, part, name, format, kept_since) VALUES ('test:1', 1, 'long', 'raw', now())`;

let folder: string;
let org: TestOrg;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'killed-'));
    org = await startTestOrg();
});
afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
});

test('a bridge that is killed in the middle of a copy makes it once, and whole, when it is back', async () => {
    const [pbx, store] = [join(folder, 'pbx'), join(folder, 'store')];
    const audio = randomFillSync(Buffer.alloc(200 * 1024 * 1024));
    await mkdir(pbx);
    await writeFile(join(pbx, 'long.raw'), audio);
    const database = await createTestDatabase();
    const [port] = await findFreePorts(1);
    const startBridge = (): Promise<ChildProcess> =>
        startProcess({
            name: 'bridge',
            file: 'bridge-server/src/main.ts',
            environment: {
                ...org.bridgeEnvironment,
                SALESFORCE_LOGIN_URL: org.url,
                SALESFORCE_CLIENT_ID: 'softphone-bridge',
                SALESFORCE_USERNAME: 'bridge@local.org',
                BRIDGE_PORT: String(port),
                DATABASE_URL: toDatabaseUrl(database),
                SESSION_SECRET: 'a secret of at least thirty-two characters',
                RECORDINGS_DIR: pbx,
                RECORDING_STORE_DIR: store
            },
            readyUrl: `http://127.0.0.1:${port}/readyz`
        });
    const recording = async () => (await queryDatabase<Row>(database, 'SELECT * FROM recordings'))[0];
    const partOfIt = async () => {
        const [name] = await readdir(join(store, 'incoming')).catch(() => []);
        return name ? (await stat(join(store, 'incoming', name)).catch(() => ({ size: 0 }))).size : 0;
    };

    let bridge = await startBridge();
    try {
        await queryDatabase(database, CALL);
        await queryDatabase(database, TOLD);
        await eventually(partOfIt, (bytes) => bytes > 10_000_000);
        await bridge.kill();
        expect(await recording()).toMatchObject({ copied_at: null, lease_owner: expect.any(Number) });
        bridge = await startBridge();
        const copied = await eventually(recording, (row) => row?.copied_at !== null);
        const sha256 = createHash('sha256').update(audio).digest('hex');
        expect(copied).toMatchObject({ sha256, bytes: String(audio.length), whole: true });
        expect(
            createHash('sha256')
                .update(await readFile(join(store, copied?.file ?? '')))
                .digest('hex')
        ).toBe(sha256);
        expect(await readdir(join(store, 'incoming'))).toEqual([]);
    } finally {
        await bridge.stop();
    }
});
