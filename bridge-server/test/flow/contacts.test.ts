import type { CaseCalls, Contacts, Problem } from '../../src/contract/agentApi.ts';
import { eventually } from '../support/eventually.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent, signIn, type TestAgent } from '../support/testAgent.ts';
import { aboutLeg, answered, arrived, ended, MARIA } from '../support/webhookStory.ts';

let flow: Flow;
let ana: TestAgent;

beforeAll(async () => {
    flow = await startFlow();
    ana = await joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org');
});
afterAll(async () => {
    ana.leave();
    await flow.close();
});

const contacts = async (search?: string): Promise<string[]> => {
    const query = search === undefined ? '' : `?search=${encodeURIComponent(search)}`;
    const answer = (await (await ana.request('GET', `/agent/contacts${query}`)).json()) as Contacts;
    return answer.contacts.map(({ name }) => name);
};

async function idOf(object: string, condition: string): Promise<string> {
    const [record] = await flow.org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    return record?.Id ?? '';
}

/** An agent whose profile gives no Cases. */
async function createAgentWithoutCases(): Promise<void> {
    const AssigneeId = await flow.org.create('User', {
        Username: 'dora@local.org',
        LastName: 'Sem Casos',
        Alias: 'dora',
        Email: 'dora@local.org',
        Extension: '1003',
        IsActive: true,
        ProfileId: await idOf('Profile', "Name = 'Minimum Access - API Only Integrations'"),
        TimeZoneSidKey: 'America/Sao_Paulo',
        LocaleSidKey: 'pt_BR',
        LanguageLocaleKey: 'pt_BR',
        EmailEncodingKey: 'UTF-8'
    });
    await flow.org.create('PermissionSetAssignment', {
        AssigneeId,
        PermissionSetId: await idOf('PermissionSet', "Name = 'SoftphoneAgent'")
    });
}

test('an agent finds people, says that one of them is calling, and finds them again; the Case tells of the call', async () => {
    expect(await contacts()).toEqual([]);
    expect(await contacts('yara')).toEqual(['Yara Potiguara']);
    expect(await contacts('m')).toEqual([]);
    expect((await ana.request('GET', `/agent/contacts?search=${'x'.repeat(101)}`)).status).toBe(400);

    // whom the agent spoke with lately is asked by the clock
    const at = new Date().toISOString();
    const now = <Event extends object>(event: Event) => ({ ...event, at });
    await flow.telephony.tell(...[arrived(MARIA), ...answered, aboutLeg('legHeld', 9, '1001')].map(now));
    const call = await ana.seesCall(({ caller, case: opened }) => caller !== null && opened !== null);
    const yara = await idOf('Contact', "Name = 'Yara Potiguara'");
    const choose = (candidateId: string) =>
        ana.request('PUT', `/agent/calls/${encodeURIComponent(call.callId)}/contact`, { candidateId });
    const unknown = await choose('003gL0000ZZZZZZ');
    expect([unknown.status, ((await unknown.json()) as Problem).type]).toEqual([
        404,
        'urn:softphone-bridge:candidate-unknown'
    ]);
    expect((await choose(yara)).status).toBe(204);
    const corrected = await ana.seesCall(({ caller }) => caller?.who?.id === yara);
    expect(corrected.caller).toMatchObject({
        who: { name: 'Yara Potiguara', phone: '(92) 99151-8080' },
        reason: 'chosenByAgent',
        others: [{ name: 'Maria da Silva' }]
    });
    await eventually(
        () => flow.org.query<{ ContactId: string }>(`SELECT ContactId FROM Case WHERE Id = '${call.case?.id}'`),
        ([row]) => row?.ContactId === yara
    );
    await flow.telephony.tell(now(ended));
    expect(await contacts()).toEqual(['Yara Potiguara']);

    const path = `/agent/cases/${call.case?.id}/calls`;
    const told = (await (await ana.request('GET', path)).json()) as CaseCalls;
    expect(told.calls).toMatchObject([{ callId: call.callId, protocol: call.protocol, queue: 'suporte' }]);
    expect(told.calls[0]?.timeline.map(({ what, agent }) => `${what} ${agent?.name ?? '-'}`).toSorted()).toEqual([
        'answered Ana Souza',
        'arrived -',
        'ended -',
        'held Ana Souza',
        'offered Ana Souza'
    ]);

    await createAgentWithoutCases();
    const { token } = await signIn(flow.bridge.url, flow.org.url, 'dora@local.org');
    const refused = await fetch(`${flow.bridge.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect([refused.status, ((await refused.json()) as Problem).type]).toEqual([
        403,
        'urn:softphone-bridge:case-not-readable'
    ]);
});

test('when Salesforce is away, a search says so', async () => {
    await flow.org.fail({
        kind: 'status',
        times: 2,
        status: 503,
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'Unavailable',
        match: { pathIncludes: '/search' }
    });
    const answer = await ana.request('GET', '/agent/contacts?search=maria');
    expect(answer.status).toBe(503);
    expect((await answer.json()) as Problem).toMatchObject({
        type: 'urn:softphone-bridge:salesforce-away',
        detail: 'O Salesforce não está respondendo. Tente de novo em instantes.'
    });
    expect(await contacts('maria da silva')).toEqual(['Maria da Silva']);
});
