import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, startProcess } from '../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer, type ReplayServer } from '../../tools/replay/replayServer.ts';
import { allCallsWritten, queryDatabase } from '../support/databaseClient.ts';
import type { TestDatabase } from '../support/databaseProxy.ts';
import { eventually } from '../support/eventually.ts';
import { type OrgGateway, startOrgGateway } from '../support/orgGateway.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

const ANSWERED = join(import.meta.dirname, '../captures/ami-queue-answered.raw.txt');
const CONNECT_LIMIT_MS = 10_000;
jest.setTimeout(120_000);

let org: TestOrg;
let gateway: OrgGateway;
let pbx: ReplayServer;
let database: TestDatabase;
let startBridge: () => Promise<ChildProcess>;
let bridge: ChildProcess;

beforeEach(async () => {
    org = await startTestOrg();
    gateway = await startOrgGateway(org.url);
    pbx = createReplayServer({
        messages: await readCapture(ANSWERED),
        speed: 20,
        pauseBefore: ({ Event }) => Event === 'BridgeLeave' || Event === 'Hangup'
    });
    database = await createTestDatabase();
    const [port] = await findFreePorts(1);
    const environment = {
        ...org.bridgeEnvironment,
        SALESFORCE_LOGIN_URL: gateway.url,
        BRIDGE_PORT: String(port),
        DATABASE_URL: toDatabaseUrl(database),
        SESSION_SECRET: 'a secret of at least thirty-two characters',
        SALESFORCE_CLIENT_ID: 'softphone-bridge',
        SALESFORCE_USERNAME: 'bridge@local.org',
        RECORDING_STORE_DIR: mkdtempSync(join(tmpdir(), 'bridge-recordings-')),
        AMI_HOST: '127.0.0.1',
        AMI_PORT: String(await pbx.listen()),
        AMI_SECRET: 'any',
        AMI_MAX_BACKOFF_MS: '500'
    };
    startBridge = () =>
        startProcess({
            name: 'bridge',
            file: 'bridge-server/src/main.ts',
            environment,
            readyUrl: `http://127.0.0.1:${port}/readyz`
        });
    bridge = await startBridge();
    await pbx.bridgeConnected(CONNECT_LIMIT_MS);
});
afterEach(async () => {
    await bridge.stop();
    await pbx.close();
    await gateway.close();
    await org.close();
});

async function killAndRestart(): Promise<void> {
    await bridge.kill();
    bridge = await startBridge();
    await pbx.bridgeConnected(CONNECT_LIMIT_MS);
}

const playToTheEnd = async (): Promise<void> => {
    while ((await pbx.play()) === 'paused');
    await pbx.drained();
};

async function expectOneCaseAndOneTask(): Promise<void> {
    await allCallsWritten(database);
    const cases = await org.query<CaseRow>(CASES);
    expect(cases).toMatchObject([{ Contact: { Name: 'Maria da Silva' }, Owner: { Name: 'Ana Souza' } }]);
    expect(await org.query<TaskRow>(TASKS)).toMatchObject([
        { WhatId: cases[0]?.Id, CallType: 'Inbound', Owner: { Name: 'Ana Souza' } }
    ]);
}

const recordsNoted = async (): Promise<(string | null)[]> => {
    const rows = await queryDatabase<{ case_id: string | null; task_id: string | null }>(
        database,
        'SELECT calls.case_id, legs.task_id FROM calls JOIN legs ON legs.call_id = calls.id'
    );
    return rows.flatMap(({ case_id, task_id }) => [case_id, task_id]);
};

test('a bridge that is killed between answer and hang-up comes back to one Case and one Task', async () => {
    expect(await pbx.play()).toBe('paused');
    await eventually(
        () => org.query<CaseRow>(CASES),
        (cases) => cases.length === 1
    );
    await killAndRestart();
    await playToTheEnd();
    await expectOneCaseAndOneTask();
});

test('a bridge that is killed after Salesforce opened the Case, before it heard of it, finds that Case again', async () => {
    const { answered } = gateway.holdAnswer('POST', '/composite');
    expect(await pbx.play()).toBe('paused');
    await answered;
    expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
    expect(await recordsNoted()).toEqual([null, null]);

    await killAndRestart();
    await playToTheEnd();
    await expectOneCaseAndOneTask();
});

test('two requests for one Case that are under way at the same time, because a bridge was killed, open one', async () => {
    const first = gateway.holdRequest('POST', '/composite');
    expect(await pbx.play()).toBe('paused');
    await first.arrived;
    const second = gateway.holdRequest('POST', '/composite');
    await killAndRestart();
    await second.arrived;
    await first.release();
    expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
    await second.release();
    await playToTheEnd();
    await expectOneCaseAndOneTask();
});

test('a bridge that is killed after Salesforce saved the Task, before it heard of it, saves no second one', async () => {
    expect(await pbx.play()).toBe('paused');
    await eventually(recordsNoted, ([caseId]) => typeof caseId === 'string');
    const { answered } = gateway.holdAnswer('POST', '/composite/sobjects');
    await playToTheEnd();
    await answered;
    expect(await org.query<TaskRow>(TASKS)).toHaveLength(1);
    expect(await recordsNoted()).toEqual([expect.any(String), null]);

    await killAndRestart();
    await expectOneCaseAndOneTask();
});

test('a Task that is still on its way to Salesforce when the bridge is killed is not saved a second time', async () => {
    expect(await pbx.play()).toBe('paused');
    await eventually(recordsNoted, ([caseId]) => typeof caseId === 'string');
    const { arrived, release } = gateway.holdRequest('POST', '/composite/sobjects');
    await playToTheEnd();
    await arrived;
    await killAndRestart();
    await eventually(
        () =>
            queryDatabase(
                database,
                "SELECT id FROM calls WHERE failed_code = 'STILL_UNDER_WAY' AND lease_owner IS NULL"
            ),
        (putOff) => putOff.length === 1
    );
    await release();
    await expectOneCaseAndOneTask();
});

test('a call that ended while no bridge ran still leaves its Task', async () => {
    expect(await pbx.play()).toBe('paused');
    await eventually(
        () => org.query<CaseRow>(CASES),
        (cases) => cases.length === 1
    );
    await bridge.kill();
    await playToTheEnd();
    bridge = await startBridge();
    await expectOneCaseAndOneTask();
});
