import type { App } from '../../src/app.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { createWebhookSide, WEBHOOK_SECRET, type WebhookSide } from '../support/webhookSide.ts';

let org: TestOrg;
let bridge: App;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let telephony: WebhookSide;
let ana: TestAgent;

beforeEach(async () => {
    org = await startTestOrg();
    database = await createTestDatabase();
    bridge = await startBridgeOn(database);
    telephony = createWebhookSide(bridge.url);
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
});
afterEach(async () => {
    ana.leave();
    await bridge.close();
    await org.close();
});

const startBridgeOn = (address: Awaited<ReturnType<typeof createTestDatabase>>): Promise<App> =>
    startTestBridge({
        ...org.bridgeEnvironment,
        DATABASE_URL: toDatabaseUrl(address),
        WEBHOOK_SECRETS: WEBHOOK_SECRET,
        ADMIN_TOKEN
    });
const ADMIN_TOKEN = 'the-token-of-who-runs-this-bridge-in-tests';

const about = (type: string, second: number, details: object = {}) => ({
    type,
    callId: 'c',
    at: `2026-11-23T12:00:${String(second).padStart(2, '0')}.000Z`,
    ...details
});
const aboutLeg = (type: string, second: number, agent: string, details: object = {}) =>
    about(type, second, { legId: `c-${agent}`, agent, ...details });
const arrived = (number: string) => about('callArrived', 0, { facts: { direction: 'inbound', number } });
const answered = [aboutLeg('legOffered', 1, '1001'), aboutLeg('legAnswered', 5, '1001')];
const MARIA = '5511987654321';
const SHARED = '551122953040';

const opened = () => ana.seesCall((call) => call.case !== null);
const loseTheAnswer = (pathIncludes: string) =>
    org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'POST', pathIncludes } });
const tasks = () => org.query<{ CallObject: string }>('SELECT CallObject FROM Task WHERE CallObject != null');
const contactOfCase = async () => {
    const soql = 'SELECT Contact.Name FROM Case WHERE CallProtocol__c != null';
    return (await org.query<{ Contact: { Name: string } | null }>(soql))[0]?.Contact?.Name ?? null;
};
const choose = (callId: string, candidateId: string | null) =>
    ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/contact`, { candidateId });

describe('a Task whose answer was lost is written once', () => {
    test('although Salesforce refuses to say whether it is there', async () => {
        await telephony.tell(arrived(MARIA), ...answered);
        await opened();
        await loseTheAnswer('/composite/sobjects');
        await org.fail({ kind: 'serverUnavailable', times: 2, match: { method: 'GET', pathIncludes: '/query' } });
        await telephony.tell(about('callEnded', 30));
        await allCallsWritten(database);
        expect(await tasks()).toHaveLength(1);
    });

    test('although the call is handed over before it is looked for', async () => {
        await telephony.tell(arrived(MARIA), ...answered);
        await opened();
        await loseTheAnswer('/composite/sobjects');
        await telephony.tell(
            aboutLeg('legTransferred', 20, '1001', { mode: 'blind', to: '1002' }),
            aboutLeg('legOffered', 21, '1002'),
            aboutLeg('legAnswered', 25, '1002')
        );
        await eventually(tasks, (found) => found.length === 1);
        await telephony.tell(about('callEnded', 40));
        await allCallsWritten(database);
        expect((await tasks()).map(({ CallObject }) => CallObject).toSorted()).toEqual([
            'webhook:c-1001',
            'webhook:c-1002'
        ]);
    });

    test('although the agent corrects the caller meanwhile', async () => {
        await telephony.tell(arrived(SHARED), ...answered);
        const { callId, caller } = await opened();
        await loseTheAnswer('/composite/sobjects');
        await telephony.tell(about('callEnded', 30));
        await eventually(tasks, (found) => found.length === 1);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await allCallsWritten(database);
        expect(await tasks()).toHaveLength(1);
        expect(await contactOfCase()).toBe('João Pereira');
    });
});

describe('the agent’s last word stands on the Case', () => {
    test('when they change their mind while the answer about the first choice is lost', async () => {
        await telephony.tell(arrived(SHARED), ...answered);
        const { callId, caller } = await opened();
        await loseTheAnswer('/composite');
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === 'João Pereira');
        expect((await choose(callId, caller!.who!.id)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === 'Helena Pereira');
        await telephony.tell(about('callEnded', 30));
        await allCallsWritten(database);
        expect(await contactOfCase()).toBe('Helena Pereira');
    });

    test('when it is none of them, said while the answer about the Case is lost', async () => {
        await telephony.tell(arrived(MARIA), aboutLeg('legOffered', 1, '1001'));
        const { callId } = await ana.seesCall((call) => call.caller !== null);
        await loseTheAnswer('/composite');
        await telephony.tell(aboutLeg('legAnswered', 5, '1001'));
        await eventually(contactOfCase, (name) => name === 'Maria da Silva');
        expect((await choose(callId, null)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === null);
    });
});

test('the Case of another bridge’s call with the same protocol is left alone, and the call is listed', async () => {
    await telephony.tell(arrived(MARIA), ...answered, about('callEnded', 30));
    await allCallsWritten(database);
    const ownDatabase = await createTestDatabase();
    const other = await startBridgeOn(ownDatabase);
    await createWebhookSide(other.url).tell(arrived('5521987654321'), ...answered, about('callEnded', 30));
    const listed = await eventually(
        async () => {
            const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
            const response = await fetch(`${other.url}/admin/calls?sync=failed`, { headers });
            return ((await response.json()) as { calls: { code: string; advice: string }[] }).calls;
        },
        (calls) => calls.length === 1
    );
    expect(listed).toMatchObject([{ code: 'PROTOCOL_TAKEN', advice: expect.stringContaining('database') }]);
    expect(await tasks()).toHaveLength(1);
    expect(await contactOfCase()).toBe('Maria da Silva');
    await other.close();
});
