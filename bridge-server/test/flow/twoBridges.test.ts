import type { CallView } from '../../src/contract/agentApi.ts';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer, type ReplayServer } from '../../tools/replay/replayServer.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

const ANSWERED = join(import.meta.dirname, '../captures/ami-queue-answered.raw.txt');
const SPEED = 20;

let org: TestOrg;
let pbx: ReplayServer;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let bridges: App[];
let softphones: TestAgent[];

beforeEach(async () => {
    org = await startTestOrg();
    pbx = createReplayServer({ messages: await readCapture(ANSWERED), speed: SPEED });
    database = await createTestDatabase();
    const environment = {
        ...org.bridgeEnvironment,
        DATABASE_URL: toDatabaseUrl(database),
        AMI_HOST: '127.0.0.1',
        AMI_PORT: String(await pbx.listen()),
        AMI_SECRET: 'any'
    };
    bridges = [await startTestBridge(environment), await startTestBridge(environment)];
    softphones = await Promise.all(bridges.map(({ url }) => joinAsAgent(url, org.url, 'ana@local.org')));
    await eventually(
        () => Promise.resolve(pbx.actions.filter(({ Action }) => Action === 'Login').length),
        (logins) => logins === bridges.length
    );
});
afterEach(async () => {
    for (const softphone of softphones) softphone.leave();
    for (const bridge of bridges) await bridge.close();
    await pbx.close();
    await org.close();
});

test('two bridges that hear the same call open one Case and save one Task, and tell the softphones of both', async () => {
    await pbx.play();
    for (const softphone of softphones) {
        expect(await softphone.seesCall(({ state }) => state === 'ended')).toMatchObject({ result: 'answered' });
        expect(await softphone.seesCall((call) => Boolean(call.case?.number))).toMatchObject({
            caller: { who: { name: 'Maria da Silva' } }
        });
    }
    await pbx.drained();
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
    expect(await org.query<TaskRow>(TASKS)).toHaveLength(1);
    for (const softphone of softphones) expect((await softphone.history()).calls).toHaveLength(1);
});

test('a softphone sees each state of the call once, in its order, whichever bridge was faster', async () => {
    await pbx.play();
    for (const softphone of softphones) {
        await softphone.seesCall(({ state }) => state === 'ended');
        const states = softphone.heard.flatMap(({ event, data }) =>
            event === 'call' ? [(data as CallView).state] : []
        );
        const changes = states.filter((state, index) => state !== states[index - 1]);
        expect(changes).toEqual(['ringing', 'talking', 'ended']);
    }
});
