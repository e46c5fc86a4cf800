import { fieldOf } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { tell } from '../tellStory.ts';
import { answersOver, asksOver, openScriptedPbx, type ScriptedPbx } from './openScriptedPbx.ts';

const toColleague = { kind: 'agent', extension: '1002' } as const;
const toQueue = { kind: 'queue', name: 'vendas' } as const;

let pbx: ScriptedPbx;

beforeEach(async () => {
    pbx = await openScriptedPbx();
});
afterEach(() => pbx.close());

const fields = (action: string, ...names: string[]) =>
    pbx.asked(action).map((message) => names.map((name) => fieldOf(message, name)).join(' '));

async function consult() {
    pbx.reactTo((action) => (fieldOf(action, 'Action') === 'Atxfer' ? asksOver('1002') : []));
    await pbx.send({ action: 'consult', to: toColleague });
}

describe('blind transfer', () => {
    test.each([
        [toColleague, '1002', '1002'],
        [toQueue, '4002', 'vendas'],
        [{ kind: 'number', number: '(11) 91234-5678' } as const, '911912345678', '(11) 91234-5678']
    ])('to %j dials %s, and is told as %s', async (to, dialled, told) => {
        await pbx.send({ action: 'blindTransfer', to });
        expect(fields('BlindTransfer', 'Channel', 'Context', 'Exten')).toEqual([`PJSIP/1001-2 softphone ${dialled}`]);
        pbx.take({ Event: 'BlindTransfer', TransfererUniqueid: 'a.2', Result: 'Success', Extension: dialled });
        expect(tell(pbx.events.at(-1)!)).toBe(`legTransferred 1001 blind to ${told}`);
    });

    test('a target that was not named is told as it was dialled', async () => {
        await pbx.send({ action: 'blindTransfer', to: toQueue });
        pbx.take({ Event: 'BlindTransfer', TransfererUniqueid: 'a.2', Result: 'Success', Extension: '1003' });
        expect(tell(pbx.events.at(-1)!)).toBe('legTransferred 1001 blind to 1003');
    });
});

test.each([
    ['own-extension', { kind: 'agent', extension: '1001' }, {}],
    ['no-such-target', { kind: 'queue', name: 'nobody knows it' }, {}],
    ['no-such-target', { kind: 'number', number: '7777' }, { 'DIALPLAN_EXISTS(softphone,7777,1)': '0' }],
    ['target-busy', toColleague, { 'DEVICE_STATE(PJSIP/1002)': 'BUSY' }],
    ['target-busy', toColleague, { 'DEVICE_STATE(PJSIP/1002)': 'UNAVAILABLE' }],
    ['no-such-target', toColleague, { 'DEVICE_STATE(PJSIP/1002)': 'INVALID' }]
] as const)('%s: the customer is sent nowhere', async (reason, to, values) => {
    for (const [expression, value] of Object.entries(values)) pbx.values.set(expression, value);
    for (const action of ['blindTransfer', 'consult'] as const)
        await expect(pbx.send({ action, to })).rejects.toMatchObject({ name: 'CommandRefused', reason });
    expect([...pbx.asked('BlindTransfer'), ...pbx.asked('Atxfer')]).toEqual([]);
});

describe('a consult', () => {
    test('resolves once the PBX calls the target, of whom it tells in the words of the agent', async () => {
        await consult();
        expect(fields('Atxfer', 'Channel', 'Context', 'Exten')).toEqual(['PJSIP/1001-2 softphone 1002#']);
        expect(pbx.events.at(-1)).toMatchObject({ type: 'consultStarted', agent: '1001', to: toColleague });
    });

    test('is asked for again where the PBX took no keys, and refused where it never does', async () => {
        await expect(pbx.send({ action: 'consult', to: toColleague })).rejects.toMatchObject({
            reason: 'not-possible-now'
        });
        expect(pbx.asked('Atxfer')).toHaveLength(2);
    }, 10_000);

    test('is one at a time', async () => {
        await consult();
        for (const action of ['consult', 'blindTransfer'] as const)
            await expect(pbx.send({ action, to: toQueue })).rejects.toMatchObject({ reason: 'not-possible-now' });
    });

    test('is cancelled by hanging up on whom was asked', async () => {
        await consult();
        await pbx.send({ action: 'cancelTransfer' });
        expect(fields('Hangup', 'Channel')).toEqual(['l.1']);
    });

    test('that ended a moment before needs no cancelling', async () => {
        await consult();
        pbx.refused.set('Hangup', 'No such channel');
        await expect(pbx.send({ action: 'cancelTransfer' })).resolves.toBeUndefined();
    });

    test('after a hold by click, the PBX tells when the customer is back', async () => {
        const announced = { Event: 'UserEvent', UserEvent: 'Softphone', Call: 'c.1', Leg: 'a.2' };
        pbx.take({ ...announced, Key: 'k.1', Type: 'legHeld' });
        await consult();
        pbx.take({ Event: 'Hangup', Uniqueid: 'l.1', Cause: '16' });
        pbx.take({ Event: 'Unhold', Uniqueid: 'a.2' });
        expect(pbx.events.slice(-2).map(tell)).toEqual(['consultEnded 1001', 'legResumed 1001']);
    });

    test('is completed by leaving', async () => {
        await consult();
        await pbx.send({ action: 'completeTransfer' });
        expect(fields('Hangup', 'Channel')).toEqual(['PJSIP/1001-2']);
    });

    test.each(['cancelTransfer', 'completeTransfer', 'conference'] as const)(
        '%s without one is refused',
        async (action) => {
            await expect(pbx.send({ action })).rejects.toMatchObject({ reason: 'not-possible-now' });
        }
    );
});

describe('a conference', () => {
    test('begins by the keys of the dial plan, once the colleague answered', async () => {
        await consult();
        await expect(pbx.send({ action: 'conference' })).rejects.toMatchObject({ reason: 'not-possible-now' });
        pbx.take(answersOver);
        pbx.reactTo((action) =>
            fieldOf(action, 'Digit') === '3'
                ? [
                      {
                          Event: 'AttendedTransfer',
                          OrigTransfererUniqueid: 'a.2',
                          Result: 'Success',
                          DestType: 'Threeway',
                          SecondBridgeUniqueid: 'b.9'
                      }
                  ]
                : []
        );
        await pbx.send({ action: 'conference' });
        expect(fields('PlayDTMF', 'Channel', 'Digit', 'Receive')).toEqual([
            'PJSIP/1001-2 * true',
            'PJSIP/1001-2 3 true'
        ]);
        expect(tell(pbx.events.at(-1)!)).toBe('conferenceStarted 1001');
        await expect(pbx.send({ action: 'completeTransfer' })).rejects.toMatchObject({ reason: 'not-possible-now' });
    });

    test('that the PBX does not begin is refused', async () => {
        await consult();
        pbx.take(answersOver);
        await expect(pbx.send({ action: 'conference' })).rejects.toMatchObject({ reason: 'not-possible-now' });
    });
});
