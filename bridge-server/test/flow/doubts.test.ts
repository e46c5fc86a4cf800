import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { aboutLeg, answered, arrived, ended, handedToBruno, MARIA, SHARED } from '../support/webhookStory.ts';

const environment = { ADMIN_TOKEN: 'the-token-of-who-runs-this-bridge-in-tests' };

let flow: Flow;
let ana: TestAgent;

beforeEach(async () => {
    flow = await startFlow();
    ana = await joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org');
});
afterEach(async () => {
    ana.leave();
    await flow.close();
});

const opened = () => ana.seesCall((call) => call.case !== null);
const loseTheAnswer = (pathIncludes: string) =>
    flow.org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'POST', pathIncludes } });
const tasks = () => flow.org.query<{ CallObject: string }>('SELECT CallObject FROM Task WHERE CallObject != null');
const contactOfCase = async () => {
    const soql = 'SELECT Contact.Name FROM Case WHERE CallProtocol__c != null';
    return (await flow.org.query<{ Contact: { Name: string } | null }>(soql))[0]?.Contact?.Name ?? null;
};
const choose = (callId: string, candidateId: string | null) =>
    ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/contact`, { candidateId });

describe('a Task whose answer was lost is written once', () => {
    test('although Salesforce refuses to say whether it is there', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        await opened();
        await loseTheAnswer('/composite/sobjects');
        await flow.org.fail({ kind: 'serverUnavailable', times: 2, match: { method: 'GET', pathIncludes: '/query' } });
        await flow.telephony.tell(ended);
        await allCallsWritten(flow.database);
        expect(await tasks()).toHaveLength(1);
    });

    test('although the call is handed over before it is looked for', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        await opened();
        await loseTheAnswer('/composite/sobjects');
        await flow.telephony.tell(...handedToBruno);
        await eventually(tasks, (found) => found.length === 1);
        await flow.telephony.tell(ended);
        await allCallsWritten(flow.database);
        expect((await tasks()).map(({ CallObject }) => CallObject).toSorted()).toEqual([
            'webhook:c-1001',
            'webhook:c-1002'
        ]);
    });

    test('although the agent corrects the caller meanwhile', async () => {
        await flow.telephony.tell(arrived(SHARED), ...answered);
        const { callId, caller } = await opened();
        await loseTheAnswer('/composite/sobjects');
        await flow.telephony.tell(ended);
        await eventually(tasks, (found) => found.length === 1);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await allCallsWritten(flow.database);
        expect(await tasks()).toHaveLength(1);
        expect(await contactOfCase()).toBe('João Pereira');
        expect(await flow.org.query('SELECT Who.Name FROM Task')).toMatchObject([{ Who: { Name: 'João Pereira' } }]);
    });

    test('and what the agent wrote down meanwhile still comes into it', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        const { callId, legId } = await opened();
        const note = (text: string) =>
            ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/note`, { legId, reason: null, text });
        expect((await note('Pediu a segunda via')).status).toBe(204);
        await loseTheAnswer('/composite/sobjects');
        await flow.telephony.tell(ended);
        await eventually(tasks, (found) => found.length === 1);
        expect((await note('Pediu a segunda via\nVai ligar amanhã')).status).toBe(204);
        await allCallsWritten(flow.database);
        const written = await flow.org.query<{ Description: string }>('SELECT Description FROM Task');
        expect(written.map(({ Description }) => Description.split('\n').slice(2))).toEqual([
            ['Pediu a segunda via', 'Vai ligar amanhã']
        ]);
    });
});

describe('the agent’s last word stands on the Case', () => {
    test('when they change their mind while the answer about the first choice is lost', async () => {
        await flow.telephony.tell(arrived(SHARED), ...answered);
        const { callId, caller } = await opened();
        await loseTheAnswer('/composite');
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === 'João Pereira');
        expect((await choose(callId, caller!.who!.id)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === 'Helena Pereira');
        await flow.telephony.tell(ended);
        await allCallsWritten(flow.database);
        expect(await contactOfCase()).toBe('Helena Pereira');
    });

    test('when it is none of them, said while the answer about the Case is lost', async () => {
        await flow.telephony.tell(arrived(MARIA), aboutLeg('legOffered', 1, '1001'));
        const { callId } = await ana.seesCall((call) => call.caller !== null);
        await loseTheAnswer('/composite');
        await flow.telephony.tell(aboutLeg('legAnswered', 5, '1001'));
        await eventually(contactOfCase, (name) => name === 'Maria da Silva');
        expect((await choose(callId, null)).status).toBe(204);
        await eventually(contactOfCase, (name) => name === null);
    });
});

test('the Case of another bridge’s call with the same protocol is left alone, and the call is listed', async () => {
    await flow.telephony.tell(arrived(MARIA), ...answered, ended);
    await allCallsWritten(flow.database);
    const other = await startFlow({ org: flow.org, environment });
    await other.telephony.tell(arrived('5521987654321'), ...answered, ended);
    const listed = await eventually(
        async () => {
            const headers = { authorization: `Bearer ${environment.ADMIN_TOKEN}` };
            const response = await fetch(`${other.bridge.url}/admin/calls?sync=failed`, { headers });
            return ((await response.json()) as { calls: { code: string; advice: string }[] }).calls;
        },
        (calls) => calls.length === 1
    );
    expect(listed).toMatchObject([{ code: 'PROTOCOL_TAKEN', advice: expect.stringContaining('database') }]);
    expect(await tasks()).toHaveLength(1);
    expect(await contactOfCase()).toBe('Maria da Silva');
    await other.close();
});
