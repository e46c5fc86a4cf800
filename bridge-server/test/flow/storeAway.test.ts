import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import type { Problem } from '../../src/contract/agentApi.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer } from '../../tools/replay/replayServer.ts';
import { allCallsWritten, queryDatabase } from '../support/databaseClient.ts';
import { type DatabaseProxy, startDatabaseProxy, type TestDatabase } from '../support/databaseProxy.ts';
import { eventually } from '../support/eventually.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent } from '../support/testAgent.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { createWebhookSide, WEBHOOK_SECRET, type WebhookSide } from '../support/webhookSide.ts';

const ANSWERED = join(import.meta.dirname, '../captures/ami-queue-answered.raw.txt');
const SPEED = 20;

let org: TestOrg;
let database: TestDatabase;
let store: DatabaseProxy;

beforeEach(async () => {
    org = await startTestOrg();
    database = await createTestDatabase();
    store = await startDatabaseProxy(database);
});
afterEach(async () => {
    await store.close();
    await org.close();
});

const startBridge = (environment: Record<string, string>): Promise<App> =>
    startTestBridge({ ...org.bridgeEnvironment, DATABASE_URL: store.databaseUrl, ...environment });

/** The bridge's pool and listening session are back as well. */
const storeIsBack = (bridge: App) =>
    eventually(
        async () => (await fetch(`${bridge.url}/readyz`)).status,
        (status) => status === 200
    );

describe('a telephony side that delivers by webhook', () => {
    let bridge: App;
    let telephony: WebhookSide;
    beforeEach(async () => {
        bridge = await startBridge({ WEBHOOK_SECRETS: WEBHOOK_SECRET });
        telephony = createWebhookSide(bridge.url);
    });
    afterEach(() => bridge.close());

    const arrived = { type: 'callArrived', callId: 'pbx-7', at: '2026-11-23T12:00:00.000Z' };
    const aboutLeg = (type: string, time: string) => ({
        type,
        callId: 'pbx-7',
        legId: 'pbx-7-1',
        agent: '1001',
        at: `2026-11-23T${time}.000Z`
    });
    const story = [
        aboutLeg('legOffered', '12:00:01'),
        aboutLeg('legAnswered', '12:00:05'),
        aboutLeg('legEnded', '12:00:50'),
        { ...arrived, type: 'callEnded', at: '2026-11-23T12:00:50.000Z' }
    ];

    test('is told to come again while the store is away', async () => {
        await telephony.tell(arrived);
        store.cut();
        const response = await telephony.deliver(story[0]!);
        expect(response.status).toBe(503);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect((await response.json()) as Problem).toMatchObject({
            status: 503,
            title: expect.any(String),
            detail: expect.stringMatching(/again/)
        });
    });

    test('delivers again once the store is back, and nothing is lost or doubled', async () => {
        await telephony.tell(arrived);
        store.cut();
        const refused = story.map((event, index) => ({ event, id: `delivery-${index}` }));
        for (const { event, id } of refused) expect((await telephony.deliver(event, { id })).status).toBe(503);
        expect(await queryDatabase(database, 'SELECT key FROM call_events')).toHaveLength(1);

        store.mend();
        await storeIsBack(bridge);
        for (const { event, id } of [...refused, ...refused])
            expect((await telephony.deliver(event, { id })).status).toBe(204);
        await allCallsWritten(database);
        expect(await queryDatabase(database, 'SELECT key FROM call_events')).toHaveLength(1 + story.length);
        expect(await org.query<CaseRow>(CASES)).toHaveLength(1);
        expect(await org.query<TaskRow>(TASKS)).toMatchObject([{ CallDurationInSeconds: 45 }]);
    });

    test('the bridge is alive but not ready while the store is away', async () => {
        store.cut();
        expect((await fetch(`${bridge.url}/healthz`)).status).toBe(200);
        const response = await fetch(`${bridge.url}/readyz`);
        expect(response.status).toBe(503);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
    });

    test('no softphone is let in with an error that looks like its own fault', async () => {
        store.cut();
        const response = await fetch(`${bridge.url}/agent/handshake`, { method: 'POST' });
        expect(response.status).toBe(503);
        expect(response.headers.get('retry-after')).not.toBeNull();
    });
});

test('what a PBX tells while the store is away is stored once it is back, and the softphone hears of it', async () => {
    const pbx = createReplayServer({
        messages: await readCapture(ANSWERED),
        speed: SPEED,
        pauseBefore: ({ Event }) => Event === 'AgentConnect'
    });
    const bridge = await startBridge({
        AMI_HOST: '127.0.0.1',
        AMI_PORT: String(await pbx.listen()),
        AMI_SECRET: 'any',
        AMI_MAX_BACKOFF_MS: '200'
    });
    const ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
    try {
        await pbx.bridgeConnected(10_000);
        expect(await pbx.play()).toBe('paused');
        await ana.seesCall(({ state }) => state === 'ringing');

        store.cut();
        expect(await pbx.play()).toBe('end');
        await pbx.drained();
        expect(await queryDatabase(database, 'SELECT id FROM calls WHERE ended_at IS NOT NULL')).toEqual([]);

        store.mend();
        expect(await ana.seesCall(({ state }) => state === 'ended')).toMatchObject({ result: 'answered' });
        await allCallsWritten(database);
        expect(await org.query<CaseRow>(CASES)).toMatchObject([{ Contact: { Name: 'Maria da Silva' } }]);
        expect(await org.query<TaskRow>(TASKS)).toMatchObject([{ Owner: { Name: 'Ana Souza' } }]);
        expect((await ana.history()).calls).toHaveLength(1);
    } finally {
        ana.leave();
        await bridge.close();
        await pbx.close();
    }
});
