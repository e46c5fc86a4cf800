import { type AmiMessage, fieldOf } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { dialOut } from '../../../../src/telephony/asterisk/commands/dialOut.ts';
import { tell } from '../tellStory.ts';
import { openScriptedPbx, type ScriptedPbx } from './openScriptedPbx.ts';

const NUMBER = '+5511912345678';

let pbx: ScriptedPbx;

beforeEach(async () => {
    pbx = await openScriptedPbx();
    phone('rings');
});
afterEach(() => pbx.close());

const phone = (outcome: 'rings' | 'is not there') =>
    pbx.reactTo((action) => (fieldOf(action, 'Action') === 'Originate' ? told(outcome, action) : []));

const told = (outcome: 'rings' | 'is not there', action: AmiMessage): AmiMessage[] => {
    const id = fieldOf(action, 'ChannelId');
    return outcome === 'rings'
        ? [
              { Event: 'DialBegin', DestChannel: 'PJSIP/1001-7', DestUniqueid: id, DestLinkedid: id },
              { Event: 'Newstate', Uniqueid: id, ChannelStateDesc: 'Ringing' }
          ]
        : [{ Event: 'OriginateResponse', Response: 'Failure', Uniqueid: id, Reason: '0' }];
};
const stories = (callId: string) => pbx.events.filter((event) => event.callId === callId).map(tell);

test("calls the agent's telephone, which is to pick up by itself and be connected with the number", async () => {
    const callId = await dialOut('1001', NUMBER, pbx);
    const [originate = { Action: '' }] = pbx.asked('Originate');
    expect(originate).toMatchObject({
        Channel: 'PJSIP/1001',
        Context: 'softphone',
        Exten: '911912345678',
        CallerID: '<1001>',
        Variable: [
            'PJSIP_HEADER(add\\,Call-Info)=<sip:pbx>;answer-after=0',
            'PJSIP_HEADER(add\\,Alert-Info)=Auto Answer'
        ]
    });
    expect(callId).toBe(`asterisk:${fieldOf(originate, 'ChannelId')}`);
});

test('the call is known by its number before the telephone rings', async () => {
    const callId = await dialOut('1001', NUMBER, pbx);
    expect(pbx.events.find((event) => event.callId === callId)).toMatchObject({
        type: 'callDialled',
        legId: callId,
        agent: '1001',
        facts: { direction: 'outbound', number: NUMBER }
    });
});

test('a telephone that picks up has not reached anybody', async () => {
    const callId = await dialOut('1001', NUMBER, pbx);
    const id = callId.replace('asterisk:', '');
    pbx.take({ Event: 'DialEnd', DestUniqueid: id, DialStatus: 'ANSWER' });
    expect(stories(callId)).toEqual(['callDialled 1001']);
    const toCustomer = { DestChannel: 'PJSIP/carrier-8', DestUniqueid: 'o.8', DestLinkedid: id };
    pbx.take({ Event: 'DialBegin', Channel: 'PJSIP/1001-7', Uniqueid: id, Linkedid: id, ...toCustomer });
    pbx.take({ Event: 'DialEnd', Uniqueid: id, ...toCustomer, DialStatus: 'ANSWER' });
    expect(stories(callId)).toEqual(['callDialled 1001', 'legAnswered 1001']);
});

test.each([
    ['1', 'NOANSWER', 'failed'],
    ['17', 'BUSY', 'busy'],
    ['19', 'NOANSWER', 'noAnswer']
])('a number that is not reached, cause %s after %s: %s', async (cause, status, reason) => {
    const callId = await dialOut('1001', NUMBER, pbx);
    const id = callId.replace('asterisk:', '');
    const toCustomer = { DestChannel: 'PJSIP/carrier-8', DestUniqueid: 'o.8', DestLinkedid: id };
    pbx.take({ Event: 'DialBegin', Channel: 'PJSIP/1001-7', Uniqueid: id, Linkedid: id, ...toCustomer });
    pbx.take({ Event: 'DialEnd', Uniqueid: id, ...toCustomer, DialStatus: status });
    pbx.take({ Event: 'Hangup', Uniqueid: 'o.8', Linkedid: id, Cause: cause });
    pbx.take({ Event: 'Hangup', Uniqueid: id, Linkedid: id, Cause: cause });
    expect(stories(callId)).toEqual(['callDialled 1001', `legEnded 1001 ${reason}`, 'callEnded']);
});

test('a telephone that is not there ends the call', async () => {
    phone('is not there');
    await expect(dialOut('1001', NUMBER, pbx)).rejects.toMatchObject({ reason: 'phone-unreachable' });
    expect(pbx.events.slice(-3).map(tell)).toEqual(['callDialled 1001', 'legEnded 1001 failed', 'callEnded']);
});

test('a PBX that refuses to call leaves no call behind', async () => {
    pbx.refused.set('Originate', 'Permission denied');
    await expect(dialOut('1001', NUMBER, pbx)).rejects.toMatchObject({ reason: 'telephony-refused' });
    expect(pbx.events.slice(-3).map(tell)).toEqual(['callDialled 1001', 'legEnded 1001 failed', 'callEnded']);
});

test.each([
    ['own-extension', '1001', {}],
    ['no-such-target', NUMBER, { 'DIALPLAN_EXISTS(softphone,911912345678,1)': '0' }],
    ['no-such-target', 'not a number', {}],
    ['phone-unreachable', NUMBER, { 'DEVICE_STATE(PJSIP/1001)': 'UNAVAILABLE' }]
])('%s: nothing is called, and no call begins', async (reason, number, values) => {
    for (const [expression, value] of Object.entries(values)) pbx.values.set(expression, value);
    const before = pbx.events.length;
    await expect(dialOut('1001', number, pbx)).rejects.toMatchObject({ name: 'CommandRefused', reason });
    expect(pbx.asked('Originate')).toEqual([]);
    expect(pbx.events).toHaveLength(before);
});

test("a colleague's extension is a call of our own", async () => {
    pbx.values.set('DEVICE_STATE(PJSIP/1002)', 'NOT_INUSE');
    const callId = await dialOut('1001', '1002', pbx);
    const id = callId.replace('asterisk:', '');
    const toColleague = { DestChannel: 'PJSIP/1002-8', DestUniqueid: 'b.8', DestLinkedid: id };
    pbx.take({ Event: 'DialBegin', Channel: 'PJSIP/1001-7', Uniqueid: id, Linkedid: id, ...toColleague });
    pbx.take({ Event: 'DialEnd', Uniqueid: id, ...toColleague, DialStatus: 'ANSWER' });
    expect(stories(callId)).toEqual([
        'callDialled 1001',
        'legOffered 1002 offer',
        'legAnswered 1002',
        'legAnswered 1001'
    ]);
    expect(pbx.events.at(-1)?.facts).toMatchObject({ direction: 'internal', number: '1002' });
});
