import type { Problem } from '../../src/contract/agentApi.ts';
import type { SupervisedCalls } from '../../src/contract/supervision.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { answered, arrived, MARIA } from '../support/webhookStory.ts';

let flow: Flow;
let ana: TestAgent;
let bruno: TestAgent;

async function idOf(object: string, condition: string): Promise<string> {
    const [record] = await flow.org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    return record?.Id ?? '';
}

beforeAll(async () => {
    flow = await startFlow();
    await flow.org.create('PermissionSetAssignment', {
        AssigneeId: await idOf('User', "Username = 'bruno@local.org'"),
        PermissionSetId: await idOf('PermissionSet', "Name = 'SoftphoneSupervisor'")
    });
    ana = await joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org');
    bruno = await joinAsAgent(flow.bridge.url, flow.org.url, 'bruno@local.org');
});
afterAll(async () => {
    ana.leave();
    bruno.leave();
    await flow.close();
});

const supervise = (agent: TestAgent, callId: string, mode: string, body: object) =>
    agent.request('POST', `/supervisor/calls/${encodeURIComponent(callId)}/${mode}`, body);
async function problemOf(answer: Response): Promise<[number, string]> {
    return [answer.status, ((await answer.json()) as Problem).type];
}

test('a supervisor sees who is on a call; what the telephony side cannot do is refused, and so is everybody else', async () => {
    await flow.telephony.tell(arrived(MARIA), ...answered);
    const { callId, legId } = await ana.seesCall(({ state }) => state === 'talking');

    const { calls } = (await (await bruno.request('GET', '/supervisor/calls')).json()) as SupervisedCalls;
    expect(calls).toMatchObject([
        { callId, agents: [{ legId, extension: '1001', name: 'Ana Souza', state: 'talking', modes: [] }] }
    ]);
    expect(JSON.stringify(calls)).not.toContain(MARIA);

    expect(await problemOf(await supervise(bruno, callId, 'listen', { legId }))).toEqual([
        409,
        'urn:softphone-bridge:not-capable'
    ]);
    for (const refused of [
        await ana.request('GET', '/supervisor/calls'),
        await supervise(ana, callId, 'listen', { legId })
    ])
        expect(await problemOf(refused)).toEqual([403, 'urn:softphone-bridge:not-supervisor']);
    expect((await fetch(`${flow.bridge.url}/supervisor/calls`)).status).toBe(401);
    expect((await supervise(bruno, callId, 'spy', { legId })).status).toBe(404);
    expect((await supervise(bruno, callId, 'listen', {})).status).toBe(400);
});
