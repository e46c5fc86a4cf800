import pino from 'pino';
import { createSupervision } from '../../src/agents/supervision.ts';
import type { Call, Leg } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { RequestRefused } from '../../src/contract/requestRefused.ts';
import { answeredCall } from '../support/supervisedCall.ts';

const agentAt = (extension: string): Agent => ({
    userId: `005${extension}`,
    name: `Agente ${extension}`,
    extension,
    timeZone: 'America/Sao_Paulo'
});
const supervisor = agentAt('1009');

let call: Call;
let log: object[];
let canSupervise: boolean;
const supervise = jest.fn<Promise<void>, unknown[]>();

beforeEach(() => {
    call = answeredCall();
    log = [];
    canSupervise = true;
    supervise.mockReset().mockResolvedValue();
});

const supervision = () =>
    createSupervision({
        isSupervisor: (userId) => Promise.resolve(userId !== '0051002'),
        liveCalls: () => Promise.resolve([call]),
        callById: (id) => Promise.resolve(id === call.id ? call : null),
        nameOf: (extension) => (extension === '1001' ? 'Ana Souza' : null),
        canSupervise: () => canSupervise,
        supervise,
        log: pino({ base: null, timestamp: false }, { write: (line) => void log.push(JSON.parse(line) as object) })
    });
const ask = (asker = supervisor, callId = call.id, legId = 'asterisk:leg-1') =>
    supervision().superviseCall(asker, callId, legId, 'whisper');
const withLeg = (changes: Partial<Leg>): Call => ({
    ...call,
    legs: call.legs.map((leg) => (leg.id === 'asterisk:leg-1' ? { ...leg, ...changes } : leg))
});

async function refusalOf(asked: Promise<unknown>): Promise<[number, string]> {
    const error = await asked.catch((reason: unknown) => reason);
    if (!(error instanceof RequestRefused)) throw error;
    return [error.status, error.type.replace('urn:softphone-bridge:', '')];
}

test('shows the calls that agents have, with who is in which state since when, and not who calls', async () => {
    call = withLeg({ state: 'held', heldSince: '2026-11-23T12:05:00.000Z' });
    const { calls } = await supervision().supervisedCalls(supervisor);

    expect(calls).toEqual([
        {
            callId: 'asterisk:1',
            direction: 'inbound',
            queue: 'suporte',
            protocol: '20261123000001',
            startedAt: '2026-11-23T12:00:00.000Z',
            agents: [
                {
                    legId: 'asterisk:leg-1',
                    extension: '1001',
                    name: 'Ana Souza',
                    state: 'held',
                    since: '2026-11-23T12:05:00.000Z',
                    modes: ['listen', 'whisper', 'barge']
                },
                {
                    legId: 'asterisk:leg-2',
                    extension: '1003',
                    name: null,
                    state: 'ringing',
                    since: '2026-11-23T12:04:00.000Z',
                    modes: []
                }
            ]
        }
    ]);
});

test('hands the agent’s leg to the telephony side, and writes down who did what', async () => {
    await ask();

    const request = {
        supervisor: '1009',
        callId: 'asterisk:1',
        legId: 'asterisk:leg-1',
        agent: '1001',
        mode: 'whisper'
    };
    expect(supervise).toHaveBeenCalledWith('asterisk', request);
    expect(log).toEqual([{ level: 30, ...request, msg: 'A supervisor supervises a call' }]);
});

test('writes down, too, what the telephony side refused', async () => {
    supervise.mockRejectedValue(new RequestRefused(409, 'Não tocou.', { name: 'phone-unreachable' }));

    expect(await refusalOf(ask())).toEqual([409, 'phone-unreachable']);
    expect(log).toMatchObject([{ level: 40, supervisor: '1009', callId: 'asterisk:1', mode: 'whisper' }]);
});

test('who is no supervisor sees and hears nothing', async () => {
    expect(await refusalOf(ask(agentAt('1002')))).toEqual([403, 'not-supervisor']);
    expect(await refusalOf(supervision().supervisedCalls(agentAt('1002')))).toEqual([403, 'not-supervisor']);
    expect(supervise).not.toHaveBeenCalled();
    expect(log).toMatchObject([{ supervisor: '1002' }, { supervisor: '1002' }]);
});

test('nobody supervises a call of their own, whoever else is in it', async () => {
    call = { ...call, legs: call.legs.map((leg) => ({ ...leg, state: 'talking' as const })) };

    expect(await refusalOf(ask(agentAt('1001')))).toEqual([409, 'own-call']);
    expect(await refusalOf(ask(agentAt('1003')))).toEqual([409, 'own-call']);
    const { calls } = await supervision().supervisedCalls(agentAt('1003'));
    expect(calls[0]?.agents.map(({ modes }) => modes)).toEqual([[], []]);
});

test.each<[string, () => Promise<void>, [number, string]]>([
    ['a call that is not there', () => ask(supervisor, 'asterisk:2'), [404, 'call-unknown']],
    ['somebody who is not in the call', () => ask(supervisor, 'asterisk:1', 'asterisk:leg-9'), [404, 'call-unknown']],
    [
        'somebody at whom it still rings',
        () => ask(supervisor, 'asterisk:1', 'asterisk:leg-2'),
        [409, 'not-possible-now']
    ]
])('refuses %s', async (_what, asked, refusal) => {
    expect(await refusalOf(asked())).toEqual(refusal);
    expect(supervise).not.toHaveBeenCalled();
});

test('refuses what is over, and what the telephony side cannot do', async () => {
    canSupervise = false;
    expect(await refusalOf(ask())).toEqual([409, 'not-capable']);
    call = withLeg({ state: 'ended', endedAt: '2026-11-23T12:06:00.000Z' });
    expect(await refusalOf(ask())).toEqual([409, 'call-over']);
});
