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
