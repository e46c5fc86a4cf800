import type { Presence } from '../../src/contract/agentApi.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { MARIA } from '../support/webhookStory.ts';

let flow: Flow;
let ana: TestAgent;
let bruno: TestAgent;

beforeEach(async () => {
    flow = await startFlow({ environment: { SIMULATOR: 'on' } });
    [ana, bruno] = await Promise.all([
        joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org'),
        joinAsAgent(flow.bridge.url, flow.org.url, 'bruno@local.org')
    ]);
});
afterEach(async () => {
    ana.leave();
    bruno.leave();
    await flow.close();
});

const BRUNO = { to: { kind: 'agent', extension: '1002' } };
const done = async (asked: Promise<Response>): Promise<void> => {
    const response = await asked;
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
};
/** Maria calls Ana, who takes the call. */
async function talk(): Promise<string> {
    const response = await ana.request('POST', '/simulator/calls', { number: MARIA, name: null });
    const { callId } = (await response.json()) as { callId: string };
    await done(ana.command(callId, 'answer'));
    await ana.seesCall((call) => call.callId === callId && call.case !== null);
    return callId;
}
const tasks = () =>
    flow.org.query<{ Description: string }>(
        'SELECT Description, CallDisposition, Owner.Name FROM Task WHERE CallObject != null ORDER BY Owner.Name'
    );
const presenceOf = (agent: TestAgent): Presence | undefined =>
    agent.heard.findLast(({ event }) => event === 'presence')?.data as Presence | undefined;

test('hold, mute and a paused recording come back over the stream, each until it is taken back', async () => {
    const callId = await talk();
    for (const [on, off, seen] of [
        ['hold', 'resume', { state: 'held' }],
        ['mute', 'unmute', { muted: true }],
        ['pauseRecording', 'resumeRecording', { recordingPaused: true }]
    ] as const) {
        await done(ana.command(callId, on));
        expect(await ana.seesCall((call) => call.actions.includes(off))).toMatchObject(seen);
        await done(ana.command(callId, off));
        await ana.seesCall((call) => call.actions.includes(on));
    }
    await done(ana.command(callId, 'dtmf', { digits: '12#' }));
    expect((await ana.command(callId, 'dtmf', { digits: '12;' })).status).toBe(400);
});

test('a colleague is asked, takes the customer over, and gets the Case', async () => {
    const callId = await talk();
    await done(ana.command(callId, 'consult', BRUNO));
    const asked = await bruno.seesCall((call) => call.state === 'ringing');
    expect(asked).toMatchObject({ callId, kind: 'consult', consultedBy: { extension: '1001', name: 'Ana Souza' } });
    await done(bruno.command(callId, 'answer'));
    expect(await ana.seesCall((call) => call.consult?.state === 'talking')).toMatchObject({
        state: 'held',
        consult: { name: 'Bruno Lima' }
    });
    await done(ana.command(callId, 'completeTransfer'));
    expect(await ana.seesCall((call) => call.state === 'ended')).toMatchObject({ result: 'answered' });
    await bruno.seesCall((call) => call.state === 'talking');
    await done(bruno.command(callId, 'hangup'));
    await bruno.seesCall((call) => call.state === 'ended');
    await allCallsWritten(flow.database);
    expect(await tasks()).toMatchObject([{ Owner: { Name: 'Ana Souza' } }, { Owner: { Name: 'Bruno Lima' } }]);
    const cases = await flow.org.query('SELECT Owner.Name FROM Case WHERE CallProtocol__c != null');
    expect(cases).toMatchObject([{ Owner: { Name: 'Bruno Lima' } }]);
});

test('in a conference all three speak, and it goes on without whoever began it', async () => {
    const callId = await talk();
    await done(ana.command(callId, 'consult', BRUNO));
    await bruno.seesCall((call) => call.state === 'ringing');
    await done(bruno.command(callId, 'answer'));
    await ana.seesCall((call) => call.consult?.state === 'talking');
    await done(ana.command(callId, 'conference'));
    expect(await ana.seesCall((call) => call.consult?.state === 'joined')).toMatchObject({ state: 'talking' });
    expect(await bruno.seesCall((call) => call.colleagues.length > 0)).toMatchObject({
        state: 'talking',
        colleagues: [{ extension: '1001', name: 'Ana Souza' }]
    });
    await done(ana.command(callId, 'hangup'));
    expect(await bruno.seesCall((call) => call.state === 'talking' && call.colleagues.length === 0)).toBeTruthy();
    await done(bruno.command(callId, 'hangup'));
    await bruno.seesCall((call) => call.state === 'ended');
});

test('two calls: answering the second puts the first on hold', async () => {
    const first = await talk();
    const second = await talk();
    expect(await ana.seesCall((call) => call.callId === first && call.state === 'held')).toBeTruthy();
    await done(ana.command(first, 'resume'));
    await ana.seesCall((call) => call.callId === second && call.state === 'held');
});

test('what the agent writes down goes into the Task, during the call and after it', async () => {
    const callId = await talk();
    const { legId } = await ana.seesCall((call) => call.callId === callId);
    const note = (reason: string | null, text: string) =>
        ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/note`, { legId, reason, text });
    await done(note('Dúvida', 'Pediu a segunda via'));
    await ana.seesCall((call) => call.note?.text === 'Pediu a segunda via');
    expect((await note('Fofoca', '')).status).toBe(400);
    expect(
        (
            await bruno.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/note`, {
                legId,
                reason: null,
                text: 'x'
            })
        ).status
    ).toBe(403);
    await done(ana.command(callId, 'hangup'));
    const [task] = await eventually(tasks, (saved) => saved.length > 0);
    expect(task).toMatchObject({
        CallDisposition: 'Dúvida',
        Description: expect.stringMatching(/^Gravação: http.*\n\nMotivo do contato: Dúvida\nPediu a segunda via$/s)
    });
    await done(note('Solicitação', 'Recebeu a segunda via'));
    const [changed] = await eventually(tasks, ([each]) => each?.Description.endsWith('Recebeu a segunda via') ?? false);
    expect(changed).toMatchObject({ CallDisposition: 'Solicitação' });
});

test('who is dialled from their page is the caller, and the Case says so', async () => {
    const [helena] = await flow.org.query<{ Id: string; Phone: string }>(
        "SELECT Id, Phone FROM Contact WHERE Name = 'João Pereira'"
    );
    await done(ana.request('POST', '/agent/calls', { number: helena?.Phone, recordId: helena?.Id }));
    await ana.seesCall((call) => call.direction === 'outbound' && call.state === 'talking' && call.case !== null);
    const cases = await flow.org.query('SELECT Contact.Name FROM Case WHERE CallProtocol__c != null');
    expect(cases).toMatchObject([{ Contact: { Name: 'João Pereira' } }]);
});

test('after a call nothing rings until the agent is done; a pause and its reason are seen by colleagues', async () => {
    const callId = await talk();
    await done(ana.command(callId, 'hangup'));
    await eventually(
        async () => presenceOf(ana),
        (presence) => presence?.wrapUp?.callId === callId
    );
    await done(ana.request('DELETE', '/agent/wrap-up'));
    await eventually(
        async () => presenceOf(ana),
        (presence) => presence?.wrapUp === null
    );
    await done(ana.request('PUT', '/agent/presence', { state: 'paused', reason: 'Almoço' }));
    const directory = await (await bruno.request('GET', '/agent/directory')).json();
    expect(directory).toMatchObject({
        agents: expect.arrayContaining([
            expect.objectContaining({ extension: '1001', name: 'Ana Souza', state: 'paused', reason: 'Almoço' })
        ])
    });
});
