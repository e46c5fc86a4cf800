import { readSnapshot, toSnapshotCalls } from '../../../src/telephony/asterisk/asteriskSnapshot.ts';
import { newTranslation } from './newTranslation.ts';

const TAKEN_AT = '2026-11-23T12:00:00.000Z';
const { agentOf } = newTranslation();

const channel = (name: string, uniqueid: string, more: Record<string, string> = {}) => ({
    Event: 'CoreShowChannel',
    Channel: name,
    ChannelStateDesc: 'Up',
    Uniqueid: uniqueid,
    Linkedid: 'c.1',
    Duration: '00:01:05',
    ...more
});
const queued = { Application: 'Queue', ApplicationData: 'suporte,tT,,,60' };
const customer = channel('PJSIP/carrier-1', 'c.1', { CallerIDNum: '5511987654321', CallerIDName: 'Maria', ...queued });

const read = (channels: Record<string, string>[], known: string[] = []) =>
    toSnapshotCalls(
        readSnapshot({ channels, queueEntries: [], takenAt: TAKEN_AT }, agentOf, (linkedid) => known.includes(linkedid))
    );

test('a conversation that goes on while the bridge comes back', () => {
    expect(read([customer, channel('PJSIP/1001-2', 'a.2', { Application: 'AppQueue', Duration: '00:00:58' })])).toEqual(
        [
            {
                callId: 'asterisk:c.1',
                startedAt: '2026-11-23T11:58:55.000Z',
                facts: { direction: 'inbound', number: '5511987654321', callerName: 'Maria', queue: 'suporte' },
                recorded: false,
                legs: [
                    {
                        legId: 'asterisk:a.2',
                        agent: '1001',
                        kind: 'offer',
                        answered: true,
                        asks: false,
                        since: '2026-11-23T11:59:02.000Z'
                    }
                ]
            }
        ]
    );
});

test('a caller who waits alone is known by the queue', () => {
    const alone = channel('PJSIP/carrier-1', 'c.1', { Application: 'Playback', CallerIDNum: '<unknown>' });
    const queueEntries = [{ Event: 'QueueEntry', Queue: 'vendas', Uniqueid: 'c.1' }];
    const calls = readSnapshot({ channels: [alone], queueEntries, takenAt: TAKEN_AT }, agentOf, () => false);
    expect(calls.map(({ facts, legs }) => [facts.queue, facts.number, legs.size])).toEqual([['vendas', null, 0]]);
});

test('a caller in an IVR counts only when the call is known', () => {
    const ivr = channel('PJSIP/carrier-1', 'c.1', { Application: 'BackGround' });
    expect(read([ivr])).toEqual([]);
    expect(read([ivr], ['c.1'])).toHaveLength(1);
});

test("an agent's phone that only talks to the PBX is not a call", () => {
    expect(read([channel('PJSIP/1001-9', 'c.1', { Application: 'VoiceMailMain' })])).toEqual([]);
    expect(read([channel('Snoop/c.9-0', 'c.1', { Application: 'Stasis' })])).toEqual([]);
});

test('a customer whom an agent dialled has the number that was dialled', () => {
    const dialling = { Application: 'Dial', ApplicationData: 'PJSIP/5511912345678@carrier,60,T' };
    const calls = read([
        channel('PJSIP/1001-9', 'c.1', dialling),
        channel('PJSIP/carrier-4', 'b.1', {
            Application: 'AppDial',
            CallerIDNum: '95511912345678',
            ChannelStateDesc: 'Ringing'
        })
    ]);
    expect(calls[0]?.facts).toEqual({ direction: 'outbound', number: '5511912345678' });
    expect(calls[0]?.legs).toMatchObject([{ legId: 'asterisk:c.1', agent: '1001', kind: 'outbound', answered: false }]);
});

test('a queue member behind a Local channel is one leg', () => {
    const calls = read([
        customer,
        channel('Local/1001@from-queue-01;1', 'l.1', { Application: 'AppQueue' }),
        channel('Local/1001@from-queue-01;2', 'l.2', { Application: 'Dial' }),
        channel('PJSIP/1001-2', 'a.2', { Application: 'AppDial' })
    ]);
    expect(calls[0]?.legs).toMatchObject([{ legId: 'asterisk:l.1', agent: '1001', kind: 'offer' }]);
});

test("an agent's phone whose caller is already gone is no call", () => {
    expect(read([channel('PJSIP/1001-2', 'a.2', { Application: 'AppQueue' })])).toEqual([]);
});

describe('a snapshot in the middle of a consult', () => {
    const read = (channels: Record<string, string>[]) =>
        readSnapshot({ channels, queueEntries: [], takenAt: TAKEN_AT }, agentOf, () => false)[0];
    const waiting = { ...customer, BridgeId: 'b.1' };
    const asker = channel('PJSIP/1001-2', 'a.2', { Application: 'AppQueue', BridgeId: 'b.2' });
    const near = (dialled: string) => channel(`Local/${dialled}@softphone-01;1`, 'l.1', { BridgeId: 'b.2' });
    const far = (dialled: string, more: Record<string, string>) =>
        channel(`Local/${dialled}@softphone-01;2`, 'l.2', { BridgeId: 'b.3', ...more });
    const consultOf = (channels: Record<string, string>[]) => read(channels)?.legs.get('a.2')?.consult;

    test('a colleague whose phone rings', () => {
        const ringing = { ChannelStateDesc: 'Ringing', BridgeId: '' };
        const channels = [
            waiting,
            asker,
            { ...near('1002'), ChannelStateDesc: 'Ringing' },
            far('1002', { Application: 'Dial', ...ringing }),
            channel('PJSIP/1002-3', 'a.3', { Application: 'AppDial', ...ringing })
        ];
        expect(consultOf(channels)).toMatchObject({ nearEnd: 'l.1', answered: false, joined: false });
        expect(read(channels)?.legs.get('a.3')).toMatchObject({ agent: '1002', kind: 'consult', answered: false });
    });

    test('a colleague of a queue that was asked, and the queue of the customer', () => {
        const channels = [
            far('4002', { Application: 'Queue', ApplicationData: 'vendas,tT' }),
            waiting,
            asker,
            near('4002'),
            channel('PJSIP/1003-4', 'a.4', { Application: 'AppQueue', BridgeId: 'b.3' })
        ];
        expect(consultOf(channels)).toMatchObject({ answered: true });
        expect(read(channels)?.legs.get('a.4')).toMatchObject({ agent: '1003', kind: 'consult' });
        expect(read(channels)?.facts.queue).toBe('suporte');
    });

    test('a queue in which nobody took the question yet', () => {
        const channels = [waiting, asker, near('4002'), far('4002', { Application: 'Queue', BridgeId: '' })];
        expect(consultOf(channels)).toMatchObject({ answered: false });
    });

    test('a conference whose Local channel stepped aside', () => {
        const channels = [
            { ...customer, Duration: '00:01:00', BridgeId: 'b.1' },
            { ...asker, Duration: '00:00:50', BridgeId: 'b.1' },
            channel('PJSIP/1002-3', 'a.3', { Application: 'AppDial', BridgeId: 'b.1', Duration: '00:00:20' })
        ];
        expect(consultOf(channels)).toMatchObject({ to: { kind: 'agent', extension: '1002' }, joined: true });
        expect(read(channels)?.legs.get('a.3')?.consult).toBeNull();
    });

    test('nobody is asked where agent and customer speak', () => {
        expect(consultOf([waiting, { ...asker, BridgeId: 'b.1' }])).toBeNull();
    });
});

describe('a call that the softphone dialled', () => {
    const agent = (more: Record<string, string>) =>
        channel('PJSIP/1001-9', 'dialled-1', { Linkedid: 'dialled-1', BridgeId: 'b.1', ...more });
    const reached = channel('PJSIP/carrier-4', 'o.4', {
        Linkedid: 'dialled-1',
        BridgeId: 'b.1',
        Application: 'AppDial'
    });

    test("while only the agent's telephone rings", () => {
        const [call] = read([agent({ Application: 'AppDial2', ChannelStateDesc: 'Ringing' })]);
        expect(call).toMatchObject({ callId: 'asterisk:dialled-1', facts: { direction: 'outbound' } });
        expect(call?.legs).toMatchObject([{ agent: '1001', kind: 'outbound', answered: false }]);
    });

    test('that the agent sent on to a queue', () => {
        const [call] = read([{ ...reached, Application: 'Queue', ApplicationData: 'vendas', BridgeId: '' }]);
        expect(call).toMatchObject({ facts: { direction: 'outbound' }, legs: [] });
    });

    test('whoever is asked outside about it is not the customer', () => {
        const dialling = { Application: 'Dial', ApplicationData: 'PJSIP/5511912345678@carrier,60,tT' };
        const calls = readSnapshot(
            {
                channels: [
                    agent({ ...dialling, BridgeId: 'b.2' }),
                    reached,
                    channel('Local/911@softphone-01;1', 'l.1', { Linkedid: 'dialled-1', BridgeId: 'b.2' }),
                    channel('Local/911@softphone-01;2', 'l.2', { Linkedid: 'dialled-1', BridgeId: 'b.3' }),
                    channel('PJSIP/carrier-5', 'o.5', { Linkedid: 'dialled-1', BridgeId: 'b.3' })
                ],
                queueEntries: [],
                takenAt: TAKEN_AT
            },
            agentOf,
            () => false
        );
        expect([...(calls[0]?.customers ?? [])]).toEqual([['o.4', 'answered']]);
        expect(calls[0]?.legs.get('dialled-1')?.consult).toMatchObject({ to: { kind: 'number', number: '911' } });
    });
});
