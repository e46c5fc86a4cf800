import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, startProcess } from '../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer } from '../../tools/replay/replayServer.ts';
import { eventually } from '../support/eventually.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg } from '../support/testOrg.ts';

const ANSWERED = join(import.meta.dirname, '../captures/ami-queue-answered.raw.txt');
const TIMEOUT_MS = 60_000;

test(
    'a bridge that is killed between answer and hang-up comes back to one Case and one Task',
    async () => {
        const org = await startTestOrg();
        const pbx = createReplayServer({
            messages: await readCapture(ANSWERED),
            speed: 20,
            pauseBefore: ({ Event }) => Event === 'BridgeLeave' || Event === 'Hangup'
        });
        const [port] = await findFreePorts(1);
        const environment = {
            ...org.bridgeEnvironment,
            BRIDGE_PORT: String(port),
            DATABASE_URL: toDatabaseUrl(await createTestDatabase()),
            SESSION_SECRET: 'a secret of at least thirty-two characters',
            SALESFORCE_CLIENT_ID: 'softphone-bridge',
            SALESFORCE_USERNAME: 'bridge@local.org',
            RECORDINGS_DIR: mkdtempSync(join(tmpdir(), 'bridge-recordings-')),
            AMI_HOST: '127.0.0.1',
            AMI_PORT: String(await pbx.listen()),
            AMI_SECRET: 'any',
            AMI_MAX_BACKOFF_MS: '500'
        };
        const start = (): Promise<ChildProcess> =>
            startProcess({
                name: 'bridge',
                file: 'bridge-server/src/main.ts',
                environment,
                readyUrl: `http://127.0.0.1:${port}/readyz`
            });
        let bridge = await start();
        try {
            await pbx.bridgeConnected(10_000);
            expect(await pbx.play()).toBe('paused');
            await eventually(
                () => org.query<CaseRow>(CASES),
                (cases) => cases.length === 1
            );

            await bridge.kill();
            bridge = await start();
            await pbx.bridgeConnected(10_000);
            while ((await pbx.play()) === 'paused');

            await eventually(
                () => org.query<TaskRow>(TASKS),
                (tasks) => tasks.length > 0
            );
            expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
            expect(await org.query<TaskRow>(TASKS)).toMatchObject([
                { CallType: 'Inbound', Owner: { Name: 'Ana Souza' } }
            ]);
        } finally {
            await bridge.stop();
            await pbx.close();
            await org.close();
        }
    },
    TIMEOUT_MS
);
