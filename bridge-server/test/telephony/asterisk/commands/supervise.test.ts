import pino from 'pino';
import { type AmiMessage, fieldOf } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { createAsteriskAdapter } from '../../../../src/telephony/asterisk/asteriskAdapter.ts';
import type { SupervisionMode } from '../../../../src/contract/supervision.ts';
import type { TelephonyAdapter } from '../../../../src/telephony/telephonyAdapter.ts';
import { AmiServer } from '../../../../tools/replay/amiServer.ts';
import { readCapture } from '../../../../tools/replay/readCapture.ts';
import { captureFile } from '../captureFile.ts';
import { RecordingSink } from '../recordingSink.ts';
import { tell } from '../tellStory.ts';

const CUSTOMER = { Channel: 'PJSIP/carrier-1', Uniqueid: 'c.1', Linkedid: 'c.1', Application: 'Queue' };
const AGENT = { Channel: 'PJSIP/1001-2', Uniqueid: 'a.2', Linkedid: 'c.1', Application: 'AppQueue' };
const OTHER = { Channel: 'PJSIP/1002-4', Uniqueid: 'b.4', Linkedid: 'c.3', Application: 'AppQueue' };

let channels: AmiMessage[];
let asked: AmiMessage[];
/** What the PBX tells once it was asked to call the supervisor. */
let outcome: (channelId: string) => AmiMessage[];
let pbx: AmiServer;
let sink: RecordingSink;
let adapter: TelephonyAdapter;

beforeEach(async () => {
    channels = [CUSTOMER, AGENT].map(channel);
    asked = [];
    outcome = (channelId) => [{ Event: 'Newstate', Uniqueid: channelId, ChannelStateDesc: 'Ringing' }];
    pbx = new AmiServer(answer);
    pbx.on('action', (action) => {
        if (fieldOf(action, 'Action') !== 'Originate') return;
        for (const message of outcome(fieldOf(action, 'ChannelId'))) pbx.broadcast(message);
    });
    const port = await pbx.listen(0, '127.0.0.1');
    sink = new RecordingSink();
    adapter = createAsteriskAdapter({
        ...{ host: '127.0.0.1', port, username: 'bridge', secret: 'a secret', maxBackoffMs: 20, stopLimitMs: 200 },
        log: pino({ level: 'silent' })
    });
    adapter.start(sink);
    await sink.until(({ snapshots }) => snapshots.length === 1);
});
afterEach(async () => {
    await adapter.stop();
    await pbx.close();
});

function answer(action: AmiMessage): AmiMessage[] {
    switch (fieldOf(action, 'Action')) {
        case 'CoreShowChannels':
            return [
                { Response: 'Success', EventList: 'start' },
                ...channels,
                { Event: 'CoreShowChannelsComplete', EventList: 'Complete' }
            ];
        case 'QueueStatus':
            return [
                { Response: 'Success', EventList: 'start' },
                { Event: 'QueueStatusComplete', EventList: 'Complete' }
            ];
        case 'Login':
        case 'Ping':
            return [{ Response: 'Success' }];
        default:
            asked.push(action);
            return [{ Response: 'Success' }];
    }
}

function channel(fields: AmiMessage): AmiMessage {
    return { Event: 'CoreShowChannel', ChannelStateDesc: 'Up', Duration: '00:00:05', ...fields };
}
/** A supervisor's telephone, as CoreShowChannels lists it. */
const spy = (extension: string, spied: string): AmiMessage =>
    channel({
        Channel: `PJSIP/${extension}-9`,
        Uniqueid: 'supervision-1',
        Linkedid: 'supervision-1',
        Application: 'ChanSpy',
        ApplicationData: `${spied},uqESd`
    });
const supervise = (mode: SupervisionMode, legId = 'asterisk:a.2') =>
    adapter.supervise?.({ supervisor: '1009', callId: 'asterisk:c.1', legId, agent: '1001', mode });

test.each<[SupervisionMode, string]>([
    ['listen', 'PJSIP/1001-2,uqESd'],
    ['whisper', 'PJSIP/1001-2,uqESdw'],
    ['barge', 'PJSIP/1001-2,uqESdB']
])('%s: calls the supervisor’s telephone and puts it on the agent’s channel', async (mode, data) => {
    await supervise(mode);
    expect(asked).toMatchObject([
        {
            Action: 'Originate',
            Channel: 'PJSIP/1009',
            Application: 'ChanSpy',
            Data: data,
            Variable: 'PJSIP_HEADER(add\\,Call-Info)=<sip:pbx>;answer-after=0',
            Async: 'true'
        }
    ]);
});

test.each<[SupervisionMode, string]>([
    ['listen', '4'],
    ['whisper', '5'],
    ['barge', '6']
])('%s: a telephone that is there already changes its mode', async (mode, Digit) => {
    channels.push(spy('1009', 'PJSIP/1001-2'));
    await supervise(mode);
    expect(asked).toMatchObject([{ Action: 'PlayDTMF', Channel: 'PJSIP/1009-9', Digit, Receive: 'true' }]);
});

test('a telephone that was hung up in that moment is called again', async () => {
    channels.push(spy('1009', 'PJSIP/1001-2'));
    pbx.on('action', (action) => {
        if (fieldOf(action, 'Action') === 'PlayDTMF') pbx.broadcast({ Event: 'Hangup', Uniqueid: 'supervision-1' });
    });
    await supervise('listen');
    expect(asked.map((each) => fieldOf(each, 'Action'))).toEqual(['PlayDTMF', 'Originate']);
});

test('one telephone hears one call, and that of another supervisor is left alone', async () => {
    channels.push(channel(OTHER), spy('1009', 'PJSIP/1002-4'), spy('1008', 'PJSIP/1001-2'));
    await supervise('listen');
    expect(asked.map((each) => [fieldOf(each, 'Action'), fieldOf(each, 'Channel')])).toEqual([
        ['Hangup', 'PJSIP/1009-9'],
        ['Originate', 'PJSIP/1009']
    ]);
});

test.each<[string, (channelId: string) => AmiMessage]>([
    ['busy', (channelId) => ({ Event: 'DialEnd', DestUniqueid: channelId, DialStatus: 'BUSY' })],
    ['not registered', (channelId) => ({ Event: 'OriginateResponse', Response: 'Failure', Uniqueid: channelId })],
    ['gone', (channelId) => ({ Event: 'Hangup', Uniqueid: channelId, Linkedid: channelId })]
])('says that the supervisor’s telephone is %s', async (_what, failure) => {
    outcome = (channelId) => [{ Event: 'Newstate', Uniqueid: 'c.1', ChannelStateDesc: 'Up' }, failure(channelId)];
    await expect(supervise('listen')).rejects.toMatchObject({ reason: 'phone-unreachable' });
});

test('an agent whose part is over cannot be heard', async () => {
    await expect(supervise('listen', 'asterisk:a.1')).rejects.toMatchObject({ reason: 'call-over' });
    expect(asked).toEqual([]);
});

test('a supervisor’s telephone is no call, and part of none: in what the PBX lists, and in what it told of one', async () => {
    channels.push(spy('1009', 'PJSIP/1001-2'));
    pbx.disconnect();
    await sink.until(({ snapshots }) => snapshots.length === 2);
    expect(sink.snapshots[1]?.map(({ callId, legs }) => [callId, legs.map((leg) => leg.agent)])).toEqual([
        ['asterisk:c.1', ['1001']]
    ]);

    for (const { message } of await readCapture(captureFile('ami-queue-supervised.jsonl'))) pbx.broadcast(message);
    await sink.until(({ events }) => events.some(({ type }) => type === 'callEnded'));
    expect(sink.events.map(tell)).toEqual([
        'callArrived',
        'recordingStarted',
        'legOffered 1001 offer',
        'legAnswered 1001',
        'recordingReady',
        'callEnded'
    ]);
});
