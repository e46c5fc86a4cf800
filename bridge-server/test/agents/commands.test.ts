import { createAgentCommands } from '../../src/agents/commands.ts';
import type { Call } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { agentActionSchema } from '../../src/contract/callActions.ts';
import { RequestRefused } from '../../src/contract/requestRefused.ts';
import { CALL_ID, event, inbound, legEvent, play } from '../calls/story.ts';

const ana: Agent = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
const bruno: Agent = { ...ana, extension: '1002' };

const ringing = play(event('callArrived', 0, inbound), legEvent('legOffered', 1, '1001'));
const talking = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001')
);
const held = { ...talking, legs: talking.legs.map((leg) => ({ ...leg, state: 'held' as const })) };
const other = (call: Call): Call => ({ ...call, id: 'test:2' });

function setUp({
    calls,
    capabilities = agentActionSchema.options,
    live = calls,
    refuse
}: {
    calls: Call[];
    capabilities?: readonly string[];
    live?: Call[];
    refuse?: string;
}) {
    const sent: object[] = [];
    const command = createAgentCommands({
        callById: (id) => Promise.resolve(calls.find((call) => call.id === id) ?? null),
        liveCallsOf: () => Promise.resolve(live),
        capabilitiesOf: () => agentActionSchema.options.filter((action) => capabilities.includes(action)),
        send: async (_source, each) => {
            if (each.action === refuse) throw new RequestRefused(409, 'Não foi possível.');
            sent.push(each);
        }
    });
    return { sent, command };
}

test('passes the command on with what it takes', async () => {
    const { sent, command } = setUp({ calls: [talking] });
    await command(ana, CALL_ID, { action: 'dtmf', digits: '12#' });
    expect(sent).toEqual([{ action: 'dtmf', digits: '12#', callId: CALL_ID, legId: 'test:1001', agent: '1001' }]);
});

test.each([
    ['a call that is not there', ana, 'test:9', 'answer', 404],
    ["somebody else's call", bruno, CALL_ID, 'answer', 403],
    ['an answer to a call that is talked on', ana, CALL_ID, 'answer', 409],
    ['a resume of a call that is not held', ana, CALL_ID, 'resume', 409]
] as const)('refuses %s', async (_name, agent, callId, action, status) => {
    const { sent, command } = setUp({ calls: [talking] });
    await expect(command(agent, callId, { action })).rejects.toMatchObject({ status });
    expect(sent).toEqual([]);
});

test('refuses what the telephony side cannot do', async () => {
    const { command } = setUp({ calls: [talking], capabilities: ['hangup'] });
    await expect(command(ana, CALL_ID, { action: 'hold' })).rejects.toMatchObject({
        status: 409,
        type: 'urn:softphone-bridge:not-capable'
    });
});

describe('an agent speaks with one customer at a time', () => {
    test('so answering puts the other on hold first', async () => {
        const { sent, command } = setUp({ calls: [ringing, other(talking)] });
        await command(ana, CALL_ID, { action: 'answer' });
        expect(sent).toMatchObject([
            { action: 'hold', callId: 'test:2' },
            { action: 'answer', callId: CALL_ID }
        ]);
    });

    test('and resuming does', async () => {
        const { sent, command } = setUp({ calls: [held, other(talking)] });
        await command(ana, CALL_ID, { action: 'resume' });
        expect(sent).toMatchObject([
            { action: 'hold', callId: 'test:2' },
            { action: 'resume', callId: CALL_ID }
        ]);
    });

    test('so what cannot be put on hold keeps the next one waiting, unless it ended in this moment', async () => {
        const stuck = setUp({ calls: [ringing, other(talking)], refuse: 'hold' });
        await expect(stuck.command(ana, CALL_ID, { action: 'answer' })).rejects.toMatchObject({ status: 409 });
        expect(stuck.sent).toEqual([]);
        const over = play(legEvent('legAnswered', 5, '1001'), event('callEnded', 9));
        const gone = setUp({ calls: [ringing, other(over)], live: [ringing, other(talking)], refuse: 'hold' });
        await gone.command(ana, CALL_ID, { action: 'answer' });
        expect(gone.sent).toMatchObject([{ action: 'answer' }]);
    });

    test('unless the other waits already, or its telephony side cannot hold', async () => {
        const waiting = setUp({ calls: [ringing, other(held)] });
        await waiting.command(ana, CALL_ID, { action: 'answer' });
        expect(waiting.sent).toHaveLength(1);
        const unable = setUp({ calls: [ringing, other(talking)], capabilities: ['answer', 'hangup'] });
        await unable.command(ana, CALL_ID, { action: 'answer' });
        expect(unable.sent).toHaveLength(1);
    });
});
