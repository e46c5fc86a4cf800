import type { App } from '../../src/app.ts';
import type { Problem, QueueLogins, Snapshot } from '../../src/contract/agentApi.ts';
import { eventually } from '../support/eventually.ts';
import { startFlow } from '../support/startFlow.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
let bridge: App;
let ana: TestAgent;

beforeAll(async () => {
    org = await startTestOrg();
    bridge = await startTestBridge({ ...org.bridgeEnvironment, SIMULATOR: 'on' });
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
});
afterAll(async () => {
    ana.leave();
    await bridge.close();
    await org.close();
});

async function canLogIn({ heard }: TestAgent): Promise<boolean | undefined> {
    const [snapshot] = await eventually(
        () => Promise.resolve(heard),
        ({ length }) => length > 0
    );
    return (snapshot?.data as Snapshot).settings.canLogInToQueues;
}
const queuesOf = async (agent: TestAgent) =>
    ((await (await agent.request('GET', '/agent/queues')).json()) as QueueLogins).queues;
const put = (name: string, body: unknown) => ana.request('PUT', `/agent/queues/${encodeURIComponent(name)}`, body);

test('an agent leaves a queue, enters it again, and keeps the other', async () => {
    expect(await canLogIn(ana)).toBe(true);
    const both = await queuesOf(ana);
    expect(both.map(({ name, isIn, isFixed }) => [name, isIn, isFixed])).toEqual([
        ['Suporte', true, false],
        ['Vendas', true, false]
    ]);

    for (const isIn of [false, false, true]) {
        expect((await put('Suporte', { isIn })).status).toBe(204);
        expect((await queuesOf(ana)).map((queue) => queue.isIn)).toEqual([isIn, true]);
    }
});

test('a queue that is not there, and a request that says nothing, are refused', async () => {
    const unknown = await put('Diretoria', { isIn: true });
    expect([unknown.status, ((await unknown.json()) as Problem).type]).toEqual([
        409,
        'urn:softphone-bridge:no-such-target'
    ]);
    expect((await put('Suporte', {})).status).toBe(400);
    expect((await fetch(`${bridge.url}/agent/queues`)).status).toBe(401);
});

test('where no telephony side has such queues, nothing is offered', async () => {
    const flow = await startFlow({ org });
    const agent = await joinAsAgent(flow.bridge.url, org.url, 'ana@local.org');
    try {
        expect(await canLogIn(agent)).toBe(false);
        const refused = await agent.request('GET', '/agent/queues');
        expect([refused.status, ((await refused.json()) as Problem).type]).toEqual([
            409,
            'urn:softphone-bridge:not-capable'
        ]);
    } finally {
        agent.leave();
        await flow.close();
    }
});
