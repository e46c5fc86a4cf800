import { createAgentStreams, type StreamMessage } from '../../src/agents/agentStreams.ts';
import type { Agent, Presence } from '../../src/contract/agentApi.ts';
import { event, inbound, legEvent, play } from '../calls/story.ts';
import { ANA, BRUNO } from '../support/presenceReplica.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const available: Presence = { state: 'available', reason: null, automatic: false, since: NOW, wrapUp: null };
const offline: Presence = { ...available, state: 'offline' };
const settings = {
    canLogInToQueues: false,
    canDial: true,
    pauseReasons: ['Almoço'],
    contactReasons: ['Dúvida'],
    wrapUpSeconds: 60
};
const call = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 2, '1001'),
    legEvent('consultStarted', 3, '1001', { to: { kind: 'agent', extension: '1002' } }),
    legEvent('legOffered', 4, '1002', { kind: 'consult' })
);

let presenceOf: jest.Mock<Promise<Presence>, [Agent]>;
let streams: ReturnType<typeof createAgentStreams>;

beforeEach(() => {
    presenceOf = jest.fn<Promise<Presence>, [Agent]>(() => Promise.resolve(available));
    streams = createAgentStreams({
        calls: {
            callById: () => Promise.resolve(call),
            liveCallsOf: () => Promise.resolve([call]),
            changedCallsOf: () => Promise.resolve([])
        },
        surroundingsOf: () => ({
            capabilitiesOf: () => [],
            nameOf: (extension) => (extension === ANA.extension ? ANA.name : null)
        }),
        presenceOf,
        settings,
        now: () => new Date(NOW),
        onError: (error) => {
            throw error;
        }
    });
});

async function listen(agent: Agent, lastEventId: number | null = null) {
    const heard: StreamMessage[] = [];
    const close = await streams.open(agent, lastEventId, (message) => void heard.push(message));
    return { heard, close };
}

test('a stream begins with the calls, the presence and the settings', async () => {
    const { heard } = await listen(ANA);
    expect(heard).toEqual([
        { event: 'snapshot', id: 0, data: expect.objectContaining({ agent: ANA, presence: available, settings }) }
    ]);
    expect(presenceOf).toHaveBeenCalledWith(ANA);
});

test('every softphone of the agent hears of their presence, and nobody else', async () => {
    const one = await listen(ANA);
    const other = await listen(ANA);
    const colleague = await listen(BRUNO);
    streams.presenceChanged('1001', offline);
    for (const { heard } of [one, other]) expect(heard.at(-1)).toEqual({ event: 'presence', id: 0, data: offline });
    expect(colleague.heard.map((message) => message.event)).toEqual(['snapshot']);
    one.close();
    streams.presenceChanged('1001', available);
    expect(one.heard).toHaveLength(2);
    expect(other.heard).toHaveLength(3);
});

test('a presence never takes a softphone behind the call that it heard of last', async () => {
    const { heard } = await listen(ANA, 70);
    streams.presenceChanged('1001', offline);
    expect(heard.at(-1)).toMatchObject({ event: 'presence', id: 70 });
    streams.callChanged(call, 90);
    streams.presenceChanged('1001', available);
    expect(heard.at(-1)).toMatchObject({ event: 'presence', id: 90 });
});

test('a presence that changes while the snapshot is taken comes after it', async () => {
    const reading = Promise.withResolvers<Presence>();
    presenceOf.mockReturnValueOnce(reading.promise);
    const opening = listen(ANA);
    streams.presenceChanged('1001', offline);
    reading.resolve(available);
    const { heard } = await opening;
    expect(heard.map((message) => message.event)).toEqual(['snapshot', 'presence']);
    expect(heard[1]?.data).toEqual(offline);
});

test('colleagues are called by their names', async () => {
    const { heard } = await listen(BRUNO);
    expect(heard[0]?.data).toMatchObject({ calls: [{ consultedBy: { extension: '1001', name: 'Ana Souza' } }] });
});

test('a stream that cannot be opened leaves nothing behind', async () => {
    presenceOf.mockRejectedValueOnce(new Error('away'));
    const heard: StreamMessage[] = [];
    await expect(streams.open(ANA, null, (message) => void heard.push(message))).rejects.toThrow('away');
    streams.presenceChanged('1001', offline);
    expect(heard).toEqual([]);
});
