import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer, type ReplayServer } from '../../tools/replay/replayServer.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import type { TestDatabase } from '../support/databaseProxy.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

const ANSWERED = join(import.meta.dirname, '../captures/ami-queue-answered.raw.txt');
const SPEED = 20;
/** Slow enough for the conversation to last whole seconds, as Salesforce counts them. */
const TALKING_SPEED = 4;
/** How long the people of the capture talk. */
const TALKED_S = 6;

let org: TestOrg;
let pbx: ReplayServer;
let bridge: App;
let ana: TestAgent;
let database: TestDatabase;

beforeEach(async () => {
    org = await startTestOrg();
    database = await createTestDatabase();
});

async function startAt(speed: number): Promise<void> {
    pbx = createReplayServer({ messages: await readCapture(ANSWERED), speed });
    const amiPort = await pbx.listen();
    bridge = await startTestBridge({
        ...org.bridgeEnvironment,
        DATABASE_URL: toDatabaseUrl(database),
        AMI_HOST: '127.0.0.1',
        AMI_PORT: String(amiPort),
        AMI_SECRET: 'any',
        RECORDINGS_DIR: '/var/spool/asterisk/recording',
        PUBLIC_URL: 'https://bridge.example'
    });
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
    await pbx.bridgeConnected(10_000);
}
afterEach(async () => {
    ana.leave();
    await bridge.close();
    await pbx.close();
    await org.close();
});

const finished = (call: { state: string }) => call.state === 'ended';

test('a call that a real Asterisk received opens one Case and leaves one Task, with everything on record', async () => {
    await startAt(TALKING_SPEED);
    await pbx.play();
    const call = await ana.seesCall(finished);
    await pbx.drained();
    await allCallsWritten(database);
    const [opened, ...otherCases] = await org.query<CaseRow>(CASES);
    const [task, ...otherTasks] = await org.query<TaskRow>(TASKS);
    expect([otherCases, otherTasks]).toEqual([[], []]);

    expect(opened).toMatchObject({
        CallProtocol__c: call.protocol,
        CallingNumber__c: '5511987654321',
        Contact: { Name: 'Maria da Silva' },
        ContactPhone: '(11) 98765-4321',
        Owner: { Name: 'Ana Souza' },
        Origin: 'Phone',
        SuppliedPhone: null,
        CallerTaxId__c: expect.stringMatching(/\d/),
        Account: { Name: expect.any(String) }
    });
    expect(task).toMatchObject({
        Subject: `Protocolo ${call.protocol}`,
        Description: `Gravação: https://bridge.example/recordings/${call.protocol}`,
        WhatId: opened?.Id,
        Who: { Name: 'Maria da Silva' },
        Owner: { Name: 'Ana Souza' },
        CallType: 'Inbound',
        CallObject: call.legId,
        TaskSubtype: 'Call',
        Status: 'Completed'
    });
    const talkedMs = Date.parse(call.endedAt ?? '') - Date.parse(call.answeredAt ?? '');
    expect(talkedMs / 1000).toBeGreaterThanOrEqual(TALKED_S / TALKING_SPEED);
    expect(task?.CallDurationInSeconds).toBe(Math.floor(talkedMs / 1000));
});

test('the agent sees it ring, talks, gets the Case, and finds it in the history', async () => {
    await startAt(SPEED);
    const played = pbx.play();
    const ringing = await ana.seesCall(({ state }) => state === 'ringing');
    expect(ringing).toMatchObject({
        numberDisplay: '(11) 98765-4321',
        announcedName: 'Maria da Silva',
        queue: 'suporte',
        actions: ['answer', 'reject']
    });
    expect(ringing.protocol).toMatch(/^\d{14}$/);
    const withCase = await ana.seesCall((call) => call.case !== null);
    expect(withCase.caller).toMatchObject({ who: { name: 'Maria da Silva' }, reason: 'onlyContact' });
    await played;
    const ended = await ana.seesCall(finished);
    expect(ended).toMatchObject({ result: 'answered', actions: [] });
    expect((await ana.history()).calls).toMatchObject([{ protocol: ended.protocol, result: 'answered' }]);
});

test('played three times over it is still one call, one Case and one Task', async () => {
    await startAt(SPEED);
    for (let round = 0; round < 3; round++) {
        pbx.rewind();
        await pbx.play();
    }
    await ana.seesCall(finished);
    await pbx.drained();
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
    expect(await org.query<TaskRow>(TASKS)).toHaveLength(1);
    expect((await ana.history()).calls).toHaveLength(1);
});
